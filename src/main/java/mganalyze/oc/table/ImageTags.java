package mganalyze.oc.table;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The tags of an image stream as its table has them: {@code latest}, then minor versions ({@code
 * 8.0-ubi8}), then full ones, the newest first, then the others by name; as many as fit.
 */
final class ImageTags {
  private static final int WIDTH = 40;
  private static final int MARGIN = WIDTH / 4;

  /** How tags go before others. */
  private enum Rank {
    LATEST,
    MINOR,
    FULL,
    OTHER
  }

  /**
   * A tag.
   *
   * @param numbers major, minor, patch; empty for no version
   * @param extra what stands behind the dash, part by part
   */
  private record Tag(String text, Rank rank, List<BigInteger> numbers, List<String> extra) {
    static Tag of(String text) {
      String version = text.startsWith("v") ? text.substring(1) : text;
      if (text.equals("latest")) {
        return new Tag(text, Rank.LATEST, List.of(), List.of());
      }
      int plus = version.indexOf('+');
      String named = plus < 0 ? version : version.substring(0, plus);
      int dash = named.indexOf('-');
      List<String> extra =
          dash < 0 ? List.of() : List.of(named.substring(dash + 1).split("\\.", -1));
      List<BigInteger> numbers = new ArrayList<>();
      for (String number : (dash < 0 ? named : named.substring(0, dash)).split("\\.", -1)) {
        if (!number.matches("0|[1-9][0-9]{0,18}")) {
          return new Tag(text, Rank.OTHER, List.of(), List.of());
        }
        numbers.add(new BigInteger(number));
      }
      boolean valid = extra.stream().allMatch(part -> part.matches("[0-9A-Za-z-]+"));
      boolean padded = extra.stream().anyMatch(part -> part.matches("0[0-9]+"));
      String word = String.join(".", extra);
      boolean minor = numbers.size() == 2 && plus < 0 && word.matches("[0-9A-Za-z]*");
      if (!valid || padded || !minor && numbers.size() != 3) {
        return new Tag(text, Rank.OTHER, List.of(), List.of());
      }
      return new Tag(text, minor ? Rank.MINOR : Rank.FULL, numbers, extra);
    }

    /** Below zero for the older version. */
    int compareVersion(Tag other) {
      for (int i = 0; i < numbers.size(); i++) {
        int difference = numbers.get(i).compareTo(other.numbers.get(i));
        if (difference != 0) {
          return difference;
        }
      }
      if (extra.isEmpty() || other.extra.isEmpty()) {
        return Boolean.compare(extra.isEmpty(), other.extra.isEmpty());
      }
      for (int i = 0; i < Math.min(extra.size(), other.extra.size()); i++) {
        int difference = compareParts(extra.get(i), other.extra.get(i));
        if (difference != 0) {
          return difference;
        }
      }
      return Integer.compare(extra.size(), other.extra.size());
    }

    private static int compareParts(String left, String right) {
      boolean number = left.matches("[0-9]+");
      boolean otherNumber = right.matches("[0-9]+");
      if (number && otherNumber) {
        return new BigInteger(left).compareTo(new BigInteger(right));
      }
      // Numbers go below words.
      return number == otherNumber ? left.compareTo(right) : Boolean.compare(otherNumber, number);
    }
  }

  private ImageTags() {}

  /** The first of them joined by commas, then how many more there are. */
  static String print(List<String> tags) {
    List<String> sorted =
        tags.stream()
            .map(Tag::of)
            .sorted(
                Comparator.comparing(Tag::rank)
                    .thenComparing((left, right) -> right.compareVersion(left))
                    .thenComparing(Tag::text))
            .map(Tag::text)
            .toList();
    int shown = fitting(sorted);
    String text = String.join(",", sorted.subList(0, shown));
    return shown == sorted.size() ? text : text + " + " + (sorted.size() - shown) + " more...";
  }

  /** How many fit; one always does, and one that makes the edge less ragged. */
  private static int fitting(List<String> tags) {
    int left = WIDTH;
    for (int i = 0; i < tags.size(); i++) {
      int length = tags.get(i).length();
      left -= length + 1;
      boolean even = i > 0 && MARGIN < left + length && MARGIN >= -left;
      if (left < 0 && !even) {
        return Math.max(1, i);
      }
    }
    return tags.size();
  }
}
