package mganalyze.shell;

/** A program, flag or piece of grammar that is not interpreted; named, never approximated. */
public final class UnsupportedCommandException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param word what is not supported, as a person would type it: {@code sort --parallel}
   */
  public UnsupportedCommandException(String word) {
    super("not supported: " + word, null, false, false);
  }
}
