package mganalyze.archive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mganalyze.finding.Problem;

/** Collects problems, of each kind only so many: an archive may be nothing but problems. */
final class ProblemLog {
  private static final int PER_KIND = 1000;

  private final List<Problem> problems = new ArrayList<>();
  private final Map<Problem.Kind, Integer> counts = new EnumMap<>(Problem.Kind.class);

  void add(String path, Problem.Kind kind, String detail) {
    if (counts.merge(kind, 1, Integer::sum) <= PER_KIND) {
      problems.add(new Problem(path, kind, detail));
    }
  }

  boolean isComplete() {
    for (Problem.Kind kind : counts.keySet()) {
      if (kind.makesIncomplete()) {
        return false;
      }
    }
    return true;
  }

  /** All that were collected, in order, then a line for each kind of which there were more. */
  List<Problem> list() {
    List<Problem> list = new ArrayList<>(problems);
    for (Map.Entry<Problem.Kind, Integer> count : counts.entrySet()) {
      int more = count.getValue() - PER_KIND;
      if (more > 0) {
        list.add(new Problem("", count.getKey(), more + " more like these"));
      }
    }
    return list;
  }
}
