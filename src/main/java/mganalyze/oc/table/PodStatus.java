package mganalyze.oc.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mganalyze.oc.value.Ages;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;

/**
 * What the STATUS, READY and RESTARTS columns say of a pod: the first thing that holds it up.
 *
 * @param reason the status in one word
 * @param restarts with the latest one's time where that is known
 */
record PodStatus(String reason, int ready, int containers, long restarts, Optional<Instant> last) {

  static PodStatus of(Struct pod) {
    return new Walk(pod).walk();
  }

  /** {@code 5 (3h ago)}; servers before 1.22 print only the number. */
  String restarts(Instant now, boolean withAge) {
    if (!withAge || restarts == 0 || last.isEmpty()) {
      return Long.toString(restarts);
    }
    return restarts + " (" + Ages.since(last.get().toString(), now) + " ago)";
  }

  private static final class Walk {
    private final Struct pod;
    private final Set<String> sidecars = new HashSet<>();
    private String reason;
    private int ready;
    private long restarts;
    private long sidecarRestarts;
    private Optional<Instant> last = Optional.empty();
    private Optional<Instant> lastOfSidecars = Optional.empty();

    Walk(Struct pod) {
      this.pod = pod;
      for (Struct container : pod.items("spec", "initContainers")) {
        if (container.text("restartPolicy").equals("Always")) {
          sidecars.add(container.text("name"));
        }
      }
    }

    PodStatus walk() {
      reason = pod.textOr(pod.text("status", "phase"), "status", "reason");
      Struct scheduled = Cells.condition(pod, "PodScheduled");
      if (scheduled.text("reason").equals("SchedulingGated")) {
        reason = "SchedulingGated";
      }
      boolean initializing = walkInitContainers();
      boolean initialized = Cells.condition(pod, "Initialized").text("status").equals("True");
      if (!initializing || initialized) {
        restarts = sidecarRestarts;
        last = lastOfSidecars;
        walkContainers();
      }
      if (Cells.isDeleted(pod)) {
        String phase = pod.text("status", "phase");
        if (pod.text("status", "reason").equals("NodeLost")) {
          reason = "Unknown";
        } else if (!phase.equals("Failed") && !phase.equals("Succeeded")) {
          reason = "Terminating";
        }
      }
      int containers = pod.size("spec", "containers") + sidecars.size();
      return new PodStatus(reason, ready, containers, restarts, last);
    }

    /** Whether one of them still holds up the pod. */
    private boolean walkInitContainers() {
      List<Struct> statuses = pod.items("status", "initContainerStatuses");
      for (int i = 0; i < statuses.size(); i++) {
        Struct status = statuses.get(i);
        restarts += status.number("restartCount");
        last = later(last, status);
        boolean sidecar = sidecars.contains(status.text("name"));
        if (sidecar) {
          sidecarRestarts += status.number("restartCount");
          lastOfSidecars = later(lastOfSidecars, status);
        }
        boolean ended = status.has("state", "terminated");
        if (ended && status.number("state", "terminated", "exitCode") == 0) {
          continue;
        }
        if (sidecar && status.flag("started")) {
          if (status.flag("ready")) {
            ready++;
          }
          continue;
        }
        String waiting = status.text("state", "waiting", "reason");
        if (ended) {
          String why = status.text("state", "terminated", "reason");
          reason = "Init:" + (why.isEmpty() ? exit(status) : why);
        } else if (!waiting.isEmpty() && !waiting.equals("PodInitializing")) {
          reason = "Init:" + waiting;
        } else {
          reason = "Init:" + i + "/" + pod.size("spec", "initContainers");
        }
        return true;
      }
      return false;
    }

    private void walkContainers() {
      boolean running = false;
      List<Struct> statuses = new ArrayList<>(pod.items("status", "containerStatuses"));
      for (int i = statuses.size() - 1; i >= 0; i--) {
        Struct status = statuses.get(i);
        restarts += status.number("restartCount");
        last = later(last, status);
        String waiting = status.text("state", "waiting", "reason");
        if (!waiting.isEmpty()) {
          reason = waiting;
        } else if (status.has("state", "terminated")) {
          String why = status.text("state", "terminated", "reason");
          reason = why.isEmpty() ? exit(status) : why;
        } else if (status.flag("ready") && status.has("state", "running")) {
          running = true;
          ready++;
        }
      }
      if (reason.equals("Completed") && running) {
        boolean isReady = Cells.condition(pod, "Ready").text("status").equals("True");
        reason = isReady ? "Running" : "NotReady";
      }
    }

    private static String exit(Struct status) {
      long signal = status.number("state", "terminated", "signal");
      return signal != 0
          ? "Signal:" + signal
          : "ExitCode:" + status.number("state", "terminated", "exitCode");
    }

    private static Optional<Instant> later(Optional<Instant> one, Struct status) {
      Optional<Instant> other = Times.parse(status.text("lastState", "terminated", "finishedAt"));
      if (one.isEmpty() || other.isEmpty()) {
        return one.isEmpty() ? other : one;
      }
      return one.get().isBefore(other.get()) ? other : one;
    }
  }
}
