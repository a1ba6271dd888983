package mganalyze.cases;

import java.util.List;
import mganalyze.runbook.Mistake;

/** A case file or a gather's folder cannot be used. */
public final class CaseException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  CaseException(List<Mistake> mistakes) {
    super(mistakes.get(0).toString());
    this.mistakes = List.copyOf(mistakes);
  }

  CaseException(String file, String where, String reason) {
    this(List.of(new Mistake(file, where, reason)));
  }

  /** Everything that is wrong, at least one. */
  public List<Mistake> mistakes() {
    return mistakes;
  }
}
