package mganalyze.gather;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import mganalyze.finding.Problem;

/**
 * Collects problems from any thread and gives them in an order that does not depend on the threads.
 */
final class ProblemList implements Consumer<Problem> {
  private final Set<Problem> problems = ConcurrentHashMap.newKeySet();

  @Override
  public void accept(Problem problem) {
    problems.add(problem);
  }

  List<Problem> sorted() {
    return problems.stream()
        .sorted(
            Comparator.comparing(Problem::path)
                .thenComparing(Problem::kind)
                .thenComparing(Problem::detail))
        .toList();
  }
}
