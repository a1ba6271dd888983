package mganalyze.shell.regex;

/** An expression that is none, in the words of the tools. */
public final class PatternException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public PatternException(String message) {
    super(message, null, false, false);
  }
}
