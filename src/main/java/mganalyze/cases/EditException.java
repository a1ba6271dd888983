package mganalyze.cases;

/** A change cannot be made to this gather: what it names is not there. */
final class EditException extends Exception {
  private static final long serialVersionUID = 1L;

  EditException(String reason) {
    super(reason);
  }
}
