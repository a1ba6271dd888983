package mganalyze.shell;

/** {@code exit}, {@code break} and {@code continue} on their way out of nested commands. */
final class Jump extends RuntimeException {
  private static final long serialVersionUID = 1;

  enum Kind {
    EXIT,
    BREAK,
    CONTINUE
  }

  private final Kind kind;
  private final int number;

  /**
   * @param number the exit status, or how many loops to leave
   */
  Jump(Kind kind, int number) {
    super(null, null, false, false);
    this.kind = kind;
    this.number = number;
  }

  Kind kind() {
    return kind;
  }

  int number() {
    return number;
  }
}
