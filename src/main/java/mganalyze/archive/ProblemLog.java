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

  void add(String path, Cut cut) {
    add(path, cut.kind(), cut.getMessage());
  }

  boolean isComplete() {
    return counts.keySet().stream().noneMatch(Problem.Kind::makesIncomplete);
  }

  /** All that were collected, in order, then a line for each kind of which there were more. */
  List<Problem> list() {
    List<Problem> list = new ArrayList<>(problems);
    counts.forEach(
        (kind, count) -> {
          if (count > PER_KIND) {
            list.add(new Problem("", kind, (count - PER_KIND) + " more like these"));
          }
        });
    return list;
  }
}
