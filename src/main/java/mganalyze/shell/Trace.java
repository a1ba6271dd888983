package mganalyze.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a command line leaves behind besides its output. */
final class Trace {
  private final SortedSet<String> sources = new TreeSet<>();
  private final List<String> noData = new ArrayList<>();
  private Refusal refusal;

  synchronized void source(String path) {
    sources.add(path);
  }

  synchronized void noData(String what) {
    if (!noData.contains(what)) {
      noData.add(what);
    }
  }

  /** The first one counts: what follows it may only be its consequence. */
  synchronized void refuse(Refusal.Kind kind, String message) {
    if (refusal == null) {
      refusal = new Refusal(kind, message);
    }
  }

  synchronized SortedSet<String> sources() {
    return new TreeSet<>(sources);
  }

  synchronized List<String> noData() {
    return List.copyOf(noData);
  }

  synchronized Optional<Refusal> refusal() {
    return Optional.ofNullable(refusal);
  }
}
