package mganalyze.oc.logs;

import java.time.Instant;
import java.util.Optional;
import mganalyze.oc.table.Cells;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;

/** Which of several pods {@code logs} takes: the one that is most likely to have something. */
final class PodOrder {
  private PodOrder() {}

  static boolean isBefore(Struct left, Struct right) {
    boolean assigned = !left.text("spec", "nodeName").isEmpty();
    if (assigned == right.text("spec", "nodeName").isEmpty()) {
      return assigned;
    }
    if (phase(left) != phase(right)) {
      return phase(left) < phase(right);
    }
    if (isReady(left) != isReady(right)) {
      return isReady(left);
    }
    if (isReady(left) && !readySince(left).equals(readySince(right))) {
      return isLater(readySince(right), readySince(left));
    }
    if (restarts(left) != restarts(right)) {
      return restarts(left) > restarts(right);
    }
    return isLater(created(right), created(left));
  }

  // Ended pods are not in kubectl's ranking, which puts them with the running ones.
  private static int phase(Struct pod) {
    return switch (pod.text("status", "phase")) {
      case "Unknown" -> 1;
      case "Pending" -> 2;
      default -> 0;
    };
  }

  private static boolean isReady(Struct pod) {
    return Cells.condition(pod, "Ready").text("status").equals("True");
  }

  private static Optional<Instant> readySince(Struct pod) {
    return Times.parse(Cells.condition(pod, "Ready").text("lastTransitionTime"));
  }

  private static Optional<Instant> created(Struct pod) {
    return Times.parse(pod.text("metadata", "creationTimestamp"));
  }

  private static boolean isLater(Optional<Instant> one, Optional<Instant> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() && other.isPresent();
    }
    return one.get().isAfter(other.get());
  }

  private static long restarts(Struct pod) {
    return pod.items("status", "containerStatuses").stream()
        .mapToLong(status -> status.number("restartCount"))
        .max()
        .orElse(0);
  }
}
