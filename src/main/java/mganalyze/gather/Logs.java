package mganalyze.gather;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import mganalyze.gather.LogFile.Instance;

/** The container logs of the archive by namespace, pod and container. */
public final class Logs {
  private static final int TAIL = 64 * 1024;
  private static final int HEAD = 2048;

  private final Map<String, Map<String, List<LogFile>>> byPod = new TreeMap<>();
  private final Map<String, Optional<Instant>> ends = new ConcurrentHashMap<>();

  void add(LogFile file) {
    byPod
        .computeIfAbsent(file.namespace(), k -> new TreeMap<>())
        .computeIfAbsent(file.pod(), k -> new ArrayList<>())
        .add(file);
  }

  /** Takes the files of some roots out. */
  void removeRoots(Set<String> roots) {
    for (Map<String, List<LogFile>> pods : byPod.values()) {
      for (List<LogFile> files : pods.values()) {
        files.removeIf(file -> roots.contains(file.root()));
      }
      pods.values().removeIf(List::isEmpty);
    }
    byPod.values().removeIf(Map::isEmpty);
  }

  /** Takes out the files of older gathers where a newer one has the same log. */
  void removeOlder(Generations generations) {
    for (Map<String, List<LogFile>> pods : byPod.values()) {
      for (List<LogFile> files : pods.values()) {
        Map<String, Set<String>> roots = new HashMap<>();
        for (LogFile file : files) {
          if (file.storedSize() > 0) {
            roots.computeIfAbsent(log(file), k -> new HashSet<>()).add(file.root());
          }
        }
        files.removeIf(
            file ->
                generations.isOlderThanAny(file.root(), roots.getOrDefault(log(file), Set.of())));
      }
    }
  }

  private static String log(LogFile file) {
    return file.instance() + " " + file.container();
  }

  /** The pods of a namespace that have log files, by name. */
  public List<String> pods(String namespace) {
    return List.copyOf(byPod.getOrDefault(namespace, Map.of()).keySet());
  }

  /** The namespaces that have log files, by name. */
  public Collection<String> namespaces() {
    return List.copyOf(byPod.keySet());
  }

  /**
   * The containers of a pod that have log files, in the order of the archive; the empty name stands
   * for the default container.
   */
  public List<String> containers(String namespace, String pod) {
    Set<String> containers = new LinkedHashSet<>();
    for (LogFile file : filesOf(namespace, pod)) {
      containers.add(file.container());
    }
    if (containers.size() > 1) {
      containers.remove("");
    }
    return List.copyOf(containers);
  }

  /**
   * The log files of a container, the oldest first: rotated ones, then the current one; or those of
   * its previous run. Where two gathers hold the same log, the longer one is given. Empty files are
   * left out unless there is nothing else, since a missing previous run leaves one.
   */
  public List<LogFile> files(String namespace, String pod, String container, boolean previous) {
    List<LogFile> all = new ArrayList<>();
    for (LogFile file : filesOf(namespace, pod)) {
      if (file.container().equals(container)) {
        all.add(file);
      }
    }
    if (all.isEmpty()) {
      // A log whose path names no container is that of the default one.
      for (LogFile file : filesOf(namespace, pod)) {
        if (file.container().isEmpty()) {
          all.add(file);
        }
      }
    }
    List<LogFile> chosen = new ArrayList<>();
    if (previous) {
      longest(all, Instance.PREVIOUS).ifPresent(chosen::add);
      return chosen;
    }
    Map<String, LogFile> rotated = new TreeMap<>(BY_ROTATION);
    for (LogFile file : all) {
      if (file.instance() == Instance.ROTATED) {
        rotated.merge(
            name(file),
            file,
            (left, right) -> left.storedSize() >= right.storedSize() ? left : right);
      }
    }
    chosen.addAll(rotated.values());
    longest(all, Instance.CURRENT).ifPresent(chosen::add);
    return chosen;
  }

  private static Optional<LogFile> longest(List<LogFile> files, Instance instance) {
    return files.stream()
        .filter(file -> file.instance() == instance)
        .max(
            Comparator.comparingLong(LogFile::storedSize)
                .thenComparing(LogFile::path, Comparator.reverseOrder()))
        .filter(file -> instance == Instance.CURRENT || file.storedSize() > 0);
  }

  private static String name(LogFile file) {
    String last = file.path().substring(file.path().lastIndexOf('/') + 1);
    return last.endsWith(".gz") ? last.substring(0, last.length() - 3) : last;
  }

  /** {@code 0.log.20250626-113023}: by restart count, then time. */
  private static final Comparator<String> BY_ROTATION =
      Comparator.comparingInt(Logs::restarts).thenComparing(Comparator.naturalOrder());

  private static int restarts(String name) {
    int dot = name.indexOf('.');
    try {
      return dot > 0 ? Integer.parseInt(name.substring(0, dot)) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /**
   * When the newest line of a namespace's logs was written, which is about when they were gathered:
   * the rest of a gather can take an hour more. Empty if no line has a time.
   */
  public Optional<Instant> end(String namespace) {
    return ends.computeIfAbsent(namespace, this::newestLine);
  }

  /**
   * When the oldest line of a namespace's logs was written, by the first lines of its files: how
   * far back its logs reach. Empty if none begins with a time.
   */
  public Optional<Instant> start(String namespace) {
    Instant oldest = null;
    for (List<LogFile> files : byPod.getOrDefault(namespace, Map.of()).values()) {
      for (LogFile file : files) {
        Instant time = GatherClock.firstLine(file.head(HEAD)).orElse(null);
        if (time != null && (oldest == null || time.isBefore(oldest))) {
          oldest = time;
        }
      }
    }
    return Optional.ofNullable(oldest);
  }

  private Optional<Instant> newestLine(String namespace) {
    Optional<Instant> newest = Optional.empty();
    for (String pod : pods(namespace)) {
      for (LogFile file : filesOf(namespace, pod)) {
        Optional<Instant> time = GatherClock.lastLine(file.tail(TAIL));
        if (time.isPresent() && (newest.isEmpty() || time.get().isAfter(newest.get()))) {
          newest = time;
        }
      }
    }
    return newest;
  }

  private List<LogFile> filesOf(String namespace, String pod) {
    return byPod.getOrDefault(namespace, Map.of()).getOrDefault(pod, List.of());
  }
}
