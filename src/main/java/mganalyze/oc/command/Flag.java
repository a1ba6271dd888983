package mganalyze.oc.command;

/**
 * A flag of a command.
 *
 * @param name the long name
 * @param shorthand one letter, or empty
 * @param takes what follows it
 * @param use whether it means something here
 */
public record Flag(String name, String shorthand, Takes takes, Use use) {
  /** What a flag takes. */
  public enum Takes {
    NOTHING,
    TEXT,
    NUMBER,
    DURATION
  }

  /** What becomes of it. */
  public enum Use {
    /** It is interpreted. */
    READ,
    /** It makes no difference to an archive. */
    IGNORED,
    /** It asks for what an archive cannot give. */
    UNSUPPORTED
  }

  String display() {
    return shorthand.isEmpty() ? "--" + name : "-" + shorthand + ", --" + name;
  }
}
