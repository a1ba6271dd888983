package mganalyze.yaml;

import java.util.List;

/**
 * What a file holds, as far as can be told without parsing it.
 *
 * @param apiVersion of the object or list, of the first one where there are several; empty if it
 *     does not say
 * @param kindName its {@code kind}; empty if it does not say, as in a list that was cut off
 */
public record Slices(Kind kind, String apiVersion, String kindName, List<Slice> slices) {

  public Slices {
    slices = List.copyOf(slices);
  }

  /** How the objects stand in the file. */
  public enum Kind {
    /** One object, the whole file. */
    OBJECT,
    /** The items of a list; an empty list has no slices. */
    LIST,
    /** Several documents, one slice for each; documents that are lists are given by their items. */
    STREAM,
    /** Nothing but blanks, comments or document markers. */
    EMPTY,
    /** The first line does not look like a mapping, as in error messages and logs. */
    NOT_YAML
  }
}
