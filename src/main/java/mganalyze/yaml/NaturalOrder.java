package mganalyze.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of keys in YAML that Go writes: letters behind everything else, runs of digits by their
 * value. It contradicts itself for odd sets of keys, so that only a sort that does not mind will
 * do.
 */
final class NaturalOrder {

  private NaturalOrder() {}

  /** The keys of a map in this order. */
  static List<String> keys(JsonNode map) {
    List<String> keys = new ArrayList<>(map.size());
    map.fieldNames().forEachRemaining(keys::add);
    return isSorted(keys) ? keys : sort(keys);
  }

  /** Whether keys are in order, told only where the order does not contradict itself. */
  private static boolean isSorted(List<String> keys) {
    for (int i = 0; i < keys.size(); i++) {
      if (hasDigit(keys.get(i)) || i > 0 && isLess(keys.get(i), keys.get(i - 1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasDigit(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (isDigit(key.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  static List<String> sort(List<String> keys) {
    if (keys.size() < 2) {
      return keys;
    }
    int middle = keys.size() / 2;
    List<String> left = sort(keys.subList(0, middle));
    List<String> right = sort(keys.subList(middle, keys.size()));
    List<String> merged = new ArrayList<>(keys.size());
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      merged.add(isLess(right.get(j), left.get(i)) ? right.get(j++) : left.get(i++));
    }
    merged.addAll(left.subList(i, left.size()));
    merged.addAll(right.subList(j, right.size()));
    return merged;
  }

  private static boolean isLess(String a, String b) {
    int length = Math.min(a.length(), b.length());
    int i = 0;
    while (i < length && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    if (i == length) {
      return a.length() < b.length();
    }
    int x = codePoint(a, i);
    int y = codePoint(b, i);
    boolean isLetterX = Character.isLetter(x);
    boolean isLetterY = Character.isLetter(y);
    if (isLetterX && isLetterY) {
      return x < y;
    }
    if (isLetterX || isLetterY) {
      return isLetterY;
    }
    // Zeros behind another digit are part of its number; others only make the text longer.
    long start = (x == '0' || y == '0') && isInNumber(a, i) ? 1 : 0;
    int endA = digitsEnd(a, i);
    int endB = digitsEnd(b, i);
    long valueA = value(a, i, endA, start);
    long valueB = value(b, i, endB, start);
    if (valueA != valueB) {
      return valueA < valueB;
    }
    return endA != endB ? endA < endB : x < y;
  }

  /** The two texts may differ in the second half of a surrogate pair. */
  private static int codePoint(String text, int at) {
    boolean isSecondHalf =
        at > 0
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return text.codePointAt(isSecondHalf ? at - 1 : at);
  }

  private static boolean isInNumber(String text, int at) {
    for (int i = at - 1; i >= 0 && isDigit(text.charAt(i)); i--) {
      if (text.charAt(i) != '0') {
        return true;
      }
    }
    return false;
  }

  private static int digitsEnd(String text, int from) {
    int i = from;
    while (i < text.length() && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static long value(String text, int from, int to, long start) {
    long value = start;
    for (int i = from; i < to; i++) {
      value = value * 10 + (text.charAt(i) - '0');
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return Character.isDigit(c);
  }
}
