package mganalyze.cli;

/** How a call ended. Where several hold, the one that stands first here wins. */
enum ExitStatus {
  FAULT(4),
  NOTHING_ANALYZED(2),
  FAIL_ON_MET(1),
  INCOMPLETE(3),
  OK(0);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** The one that wins. */
  ExitStatus and(ExitStatus other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
