package mganalyze.runbook;

/** An input that cannot be understood; the message is one line. */
final class InputException extends Exception {
  private static final long serialVersionUID = 1;

  InputException(String message) {
    super(message);
  }
}
