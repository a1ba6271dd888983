package mganalyze.gather;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which gathers are older ones of the same cluster by the same image. What a newer one has as well
 * is not taken from them: their pods may be gone, and their alerts may be over.
 */
final class Generations {
  private final Producers producers;

  /** When the producers of those images finished that ran more than once, by root. */
  private final Map<String, Instant> times;

  private Generations(Producers producers, Map<String, Instant> times) {
    this.producers = producers;
    this.times = times;
  }

  /** Tells them by the {@code timestamp} files in the producers' folders, or around them. */
  static Generations of(Producers producers, Collection<PlainFile> files) {
    Map<String, Instant> stamps = new HashMap<>();
    for (PlainFile file : files) {
      if (file.isTimestamp()) {
        GatherClock.newestStamp(List.of(file.text()))
            .ifPresent(time -> stamps.put(file.root(), time));
      }
    }
    Map<String, List<Producers.Producer>> byProduct = new HashMap<>();
    for (Producers.Producer producer : producers.all()) {
      producer
          .product()
          .ifPresent(
              product -> byProduct.computeIfAbsent(product, k -> new ArrayList<>()).add(producer));
    }
    Map<String, Instant> times = new HashMap<>();
    for (List<Producers.Producer> ofOne : byProduct.values()) {
      if (ofOne.size() > 1) {
        for (Producers.Producer producer : ofOne) {
          stamp(stamps, producer.root()).ifPresent(time -> times.put(producer.root(), time));
        }
      }
    }
    return new Generations(producers, times);
  }

  private static Optional<Instant> stamp(Map<String, Instant> stamps, String root) {
    Instant own = stamps.get(root);
    if (own == null && !root.isEmpty()) {
      own = stamps.get(root.substring(0, root.lastIndexOf('/', root.length() - 2) + 1));
    }
    return Optional.ofNullable(own);
  }

  /** Whether any image ran more than once. */
  boolean isAny() {
    return times.size() > 1;
  }

  /** Whether one root is of an older gather than another one by the same image. */
  boolean isOlder(String root, String other) {
    Producers.Producer one = producers.of(root);
    Producers.Producer two = producers.of(other);
    Instant time = times.get(one.root());
    Instant otherTime = times.get(two.root());
    return time != null
        && otherTime != null
        && one.product().equals(two.product())
        && time.isBefore(otherTime);
  }

  /** The producers of which there is a newer one of the same image. */
  List<Producers.Producer> olderOnes() {
    List<Producers.Producer> older = new ArrayList<>(producers.all());
    List<Producers.Producer> newest = new ArrayList<>(older);
    removeOlder(newest, Producers.Producer::root);
    older.removeAll(newest);
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
    if (same.size() < 2) {
      return;
    }
    List<T> all = List.copyOf(same);
    same.removeIf(
        one -> {
          for (T other : all) {
            if (isOlder(root.apply(one), root.apply(other))) {
              return true;
            }
          }
          return false;
        });
  }
}
