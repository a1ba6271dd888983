package mganalyze.gather;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which gathers are older ones of the same cluster. What a newer one has as well is not taken from
 * them: their pods may be gone, and their alerts may be over.
 */
final class Generations {
  /** The images of one call run one after the other; each takes its time. */
  private static final Duration ONE_CALL = Duration.ofHours(1);

  /** Nobody packs more than these; each is compared with each. */
  private static final int MOST_GATHERS = 100;

  private final Producers producers;

  /** When the producers ran, by root, as far as that is known. */
  private final Map<String, Span> times;

  private record Span(Instant from, Instant to) {
    /** From the first to the last line of a {@code timestamp} file. */
    static Optional<Span> of(String text) {
      Optional<Span> span = Optional.empty();
      for (String line : text.split("\n")) {
        Optional<Instant> time = GatherClock.newestStamp(List.of(line));
        if (time.isPresent()) {
          Instant from = span.map(Span::from).orElse(time.get());
          span = Optional.of(new Span(from, time.get()));
        }
      }
      return span;
    }
  }

  private Generations(Producers producers, Map<String, Span> times) {
    this.producers = producers;
    this.times = times;
  }

  /** Tells them by the {@code timestamp} files in the producers' folders, or around them. */
  static Generations of(Producers producers, Collection<PlainFile> files) {
    Map<String, Span> stamps = new HashMap<>();
    for (PlainFile file : files) {
      if (file.isTimestamp()) {
        Span.of(file.text()).ifPresent(span -> stamps.put(file.root(), span));
      }
    }
    Map<String, Span> times = new HashMap<>();
    for (Producers.Producer producer : producers.all()) {
      if (producer.product().isPresent()) {
        stamp(stamps, producer.root()).ifPresent(span -> times.put(producer.root(), span));
      }
    }
    return new Generations(producers, times);
  }

  private static Optional<Span> stamp(Map<String, Span> stamps, String root) {
    Span own = stamps.get(root);
    if (own == null && !root.isEmpty()) {
      own = stamps.get(root.substring(0, root.lastIndexOf('/', root.length() - 2) + 1));
    }
    return Optional.ofNullable(own);
  }

  /** Whether one root is of an older gather than another one. */
  boolean isOlder(String root, String other) {
    Producers.Producer one = producers.of(root);
    Producers.Producer two = producers.of(other);
    Span span = times.get(one.root());
    Span later = times.get(two.root());
    if (span == null || later == null) {
      return false;
    }
    boolean isSameImage = one.product().equals(two.product());
    return isSameImage
        ? span.to().isBefore(later.to())
        : span.to().isBefore(later.from().minus(ONE_CALL));
  }

  /** The producers of older gathers; mostly none. */
  List<Producers.Producer> olderOnes() {
    if (times.size() > MOST_GATHERS) {
      return List.of();
    }
    List<Producers.Producer> older = new ArrayList<>();
    for (String root : new TreeSet<>(times.keySet())) {
      if (isOlderThanAny(root, times.keySet())) {
        older.add(producers.of(root));
      }
    }
    return older;
  }

  boolean isOpenShift(String root) {
    return producers.of(root).isOpenShift();
  }

  /**
   * Takes out of what tells the same thing whatever a newer gather tells as well.
   *
   * @param root of one of them
   */
  <T> void removeOlder(Collection<T> same, Function<T, String> root) {
    Set<String> roots = new HashSet<>();
    for (T one : same) {
      roots.add(root.apply(one));
    }
    if (roots.size() > 1) {
      same.removeIf(one -> isOlderThanAny(root.apply(one), roots));
    }
  }

  /** Whether one root is of an older gather than any of some. */
  boolean isOlderThanAny(String root, Set<String> roots) {
    for (String other : roots) {
      if (isOlder(root, other)) {
        return true;
      }
    }
    return false;
  }
}
