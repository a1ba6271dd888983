package mganalyze.runbook;

import java.util.List;

/** A runbook that cannot be used, with all its mistakes. */
public final class RunbookException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Mistake> mistakes;

  RunbookException(List<Mistake> mistakes) {
    super(mistakes.get(0).toString());
    this.mistakes = List.copyOf(mistakes);
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }
}
