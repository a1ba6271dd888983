package mganalyze.diagnosis;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mganalyze.finding.Missing;
import mganalyze.finding.Problem;

/**
 * All that is said about one archive; what {@code NAME.report.json} holds, and the only input of
 * every output format.
 *
 * @param toolVersion version of this program
 * @param runbooks confirmed first, then suspected, undetermined, clear, not-applicable; within one
 *     by severity, then name
 * @param ask all that is missing, merged into the fewest commands
 */
public record Report(
    String toolVersion,
    ArchiveSummary archive,
    ClusterSummary cluster,
    List<RunbookResult> runbooks,
    List<Missing> ask,
    Timeline timeline,
    List<NodeRow> nodes) {

  public Report {
    runbooks = List.copyOf(runbooks);
    ask = List.copyOf(ask);
    nodes = List.copyOf(nodes);
  }

  /**
   * The archive as a file and as a gather.
   *
   * @param sha256 lower-case hex; empty for a directory
   * @param bytes size of the file as uploaded
   * @param unpackedBytes sum of its entries
   * @param entries regular files in it, a nested archive counting as one
   * @param logsSince the oldest first line of the logs of OpenShift Virtualization's namespace, or
   *     of all where that is not known; empty where none has a time
   * @param otherClusters folders that were left out, since they are of another cluster
   */
  public record ArchiveSummary(
      String name,
      Optional<String> sha256,
      long bytes,
      long unpackedBytes,
      long entries,
      boolean complete,
      Optional<Instant> gatheredAt,
      Optional<Instant> logsSince,
      List<GatherSummary> gathers,
      List<String> otherClusters,
      List<Problem> problems) {
    public ArchiveSummary {
      gathers = List.copyOf(gathers);
      otherClusters = List.copyOf(otherClusters);
      problems = List.copyOf(problems);
    }
  }

  /**
   * One producer's tree: its folder, and the two lines of its {@code version} file where it has
   * one.
   */
  public record GatherSummary(String path, Optional<String> product, Optional<String> version) {}

  /**
   * The cluster as far as the archive tells; what it does not tell is empty.
   *
   * @param componentVersions by component (kubevirt, cdi, …), as its operator reports them
   * @param installNamespace where the operators of OpenShift Virtualization run
   */
  public record ClusterSummary(
      Optional<String> id,
      Optional<String> openshiftVersion,
      Optional<String> virtualizationVersion,
      Optional<String> platform,
      Optional<String> controlPlaneTopology,
      Optional<Integer> nodes,
      Optional<Integer> runningVms,
      Map<String, String> componentVersions,
      Optional<String> installNamespace) {
    public ClusterSummary {
      componentVersions = Collections.unmodifiableMap(new TreeMap<>(componentVersions));
    }
  }

  /**
   * What happened when, on the cluster's clock.
   *
   * @param from time of the first event, or of the gather where there are none
   */
  public record Timeline(Optional<Instant> from, Optional<Instant> to, List<Event> events) {
    public Timeline {
      events = List.copyOf(events);
    }

    /**
     * @param end where it lasted; empty for a moment
     * @param lane the component or node it happened to
     * @param kind one of alert, condition, restart, kill, leader, migration, node, errors, gather
     * @param count how often, 1 for a single event
     */
    public record Event(
        Instant time,
        Optional<Instant> end,
        String lane,
        String kind,
        String text,
        int count,
        Optional<String> path,
        Optional<Integer> line) {
      static Event at(Instant time, String lane, String kind, String text) {
        return new Event(
            time, Optional.empty(), lane, kind, text, 1, Optional.empty(), Optional.empty());
      }

      Event until(Optional<Instant> last) {
        return new Event(time, last, lane, kind, text, count, path, line);
      }

      Event times(int often) {
        return new Event(time, end, lane, kind, text, often, path, line);
      }

      Event in(String file) {
        return new Event(time, end, lane, kind, text, count, Optional.of(file), line);
      }

      Event in(String file, int number) {
        return new Event(
            time, end, lane, kind, text, count, Optional.of(file), Optional.of(number));
      }
    }
  }

  /**
   * One node and the virtualization components on it.
   *
   * @param ready the Ready condition; empty when it is unknown
   */
  public record NodeRow(
      String name, Optional<Boolean> ready, boolean schedulable, String roles, List<Cell> cells) {
    public NodeRow {
      cells = List.copyOf(cells);
    }

    /**
     * @param component for example virt-handler
     * @param pods how many pods of it are on the node
     * @param readyPods how many of those are ready
     * @param restarts sum of their containers' restarts
     */
    public record Cell(String component, int pods, int readyPods, int restarts) {}
  }
}
