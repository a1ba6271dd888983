package mganalyze.archive;

import java.io.IOException;
import mganalyze.finding.Problem;

/** A stream ends before its time; what was read before is good. */
class Cut extends IOException {
  private final Problem.Kind kind;

  Cut(Problem.Kind kind, String detail) {
    super(detail);
    this.kind = kind;
  }

  static Cut truncated(String detail) {
    return new Cut(Problem.Kind.TRUNCATED, detail);
  }

  static Cut corrupt(String detail) {
    return new Cut(Problem.Kind.CORRUPT, detail);
  }

  Problem.Kind kind() {
    return kind;
  }

  /** Ends the reading of the whole archive, nested ones included. */
  static final class LimitReached extends Cut {
    LimitReached(String detail) {
      super(Problem.Kind.LIMIT, detail);
    }
  }
}
