package mganalyze.gather;

/** A label or field selector that cannot be understood; the message is the API server's own. */
public final class SelectorException extends Exception {
  private static final long serialVersionUID = 1;

  public SelectorException(String message) {
    super(message);
  }
}
