package mganalyze.oc.command;

/**
 * What kubectl says, on standard error, when it gives up; the exit status is 1. The message may
 * hold several lines and says nothing of its own about where it comes from.
 */
public final class CommandException extends Exception {
  private static final long serialVersionUID = 1;

  private final String lacking;

  public CommandException(String message) {
    this(message, "");
  }

  private CommandException(String message, String lacking) {
    super(message);
    this.lacking = lacking;
  }

  /**
   * Not kubectl's words: the archive cannot answer.
   *
   * @param what what it does not have
   */
  public static CommandException noData(String message, String what) {
    return new CommandException(message, what);
  }

  /** What the archive does not have, where that is the reason; empty otherwise. */
  public String lacking() {
    return lacking;
  }

  /** A message behind {@code error:}, as most of kubectl's are. */
  public static CommandException error(String message) {
    return new CommandException("error: " + message);
  }
}
