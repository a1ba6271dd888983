package mganalyze.runbook;

import java.util.List;

/**
 * Where the values of placeholders come from: a command that prints one value on a line, or a
 * column for each of several placeholders.
 *
 * @param names of the placeholders, without angle brackets
 * @param command may have placeholders itself, which other binds fill
 * @param place where the command stands in the file, for messages
 */
public record Bind(List<String> names, String command, FrontMatter.Place place) {
  public Bind {
    names = List.copyOf(names);
  }
}
