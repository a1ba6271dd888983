package mganalyze.shell;

/** Stops a command line that takes too long, prints too much or nests too deeply. */
public final class LimitExceededException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param what the limit, for a person: {@code stopped after 10 s}
   */
  public LimitExceededException(String what) {
    super(what, null, false, false);
  }
}
