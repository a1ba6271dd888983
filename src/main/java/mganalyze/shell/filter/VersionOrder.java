package mganalyze.shell.filter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The order of versions and numbered names, {@code sort -V}: as in GNU's version sort. */
final class VersionOrder {
  private final String text;
  private final int end;
  private int at;

  private VersionOrder(String text, int end) {
    this.text = text;
    this.end = end;
  }

  static int compare(byte[] array, int start, int end, int otherStart, int otherEnd) {
    if (Arrays.equals(array, start, end, array, otherStart, otherEnd)) {
      return 0;
    }
    String one = new String(array, start, end - start, StandardCharsets.ISO_8859_1);
    String other =
        new String(array, otherStart, otherEnd - otherStart, StandardCharsets.ISO_8859_1);
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? -1 : 1;
    }
    int special = Integer.compare(rank(one), rank(other));
    if (special != 0 || rank(one) < 2) {
      return special;
    }
    // A file's extension counts only between names that are the same without it.
    int order = compare(one, prefixLength(one), other, prefixLength(other));
    return order != 0 ? order : compare(one, one.length(), other, other.length());
  }

  private static int rank(String name) {
    return name.equals(".") ? 0 : name.equals("..") ? 1 : name.startsWith(".") ? 2 : 3;
  }

  /** The length without extensions such as {@code .tar.gz}. */
  private static int prefixLength(String name) {
    int prefix = name.length();
    int at = name.length();
    while (at > 0) {
      int dot = at - 1;
      while (dot > 0
          && (isAlpha(name.charAt(dot)) || isDigit(name.charAt(dot)) || name.charAt(dot) == '~')) {
        dot--;
      }
      boolean isExtension =
          dot > 0
              && name.charAt(dot) == '.'
              && dot + 1 < at
              && (isAlpha(name.charAt(dot + 1)) || name.charAt(dot + 1) == '~');
      if (!isExtension) {
        return prefix;
      }
      prefix = dot;
      at = dot;
    }
    return prefix;
  }

  private static int compare(String one, int end, String other, int otherEnd) {
    VersionOrder left = new VersionOrder(one, end);
    VersionOrder right = new VersionOrder(other, otherEnd);
    while (left.at < left.end || right.at < right.end) {
      while (left.hasNonDigit() || right.hasNonDigit()) {
        int order = Integer.compare(left.weight(), right.weight());
        if (order != 0) {
          return order;
        }
        left.at++;
        right.at++;
      }
      int order = left.number().compareTo(right.number());
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private boolean hasNonDigit() {
    return at < end && !isDigit(text.charAt(at));
  }

  /** What a character weighs outside of numbers: a tilde less than the end, letters first. */
  private int weight() {
    if (at >= end) {
      return -1;
    }
    char c = text.charAt(at);
    return isDigit(c) ? 0 : isAlpha(c) ? c : c == '~' ? -2 : c + 256;
  }

  /** The number here as a text that compares like it: its length, then its digits. */
  private String number() {
    while (at < end && text.charAt(at) == '0') {
      at++;
    }
    int start = at;
    while (at < end && isDigit(text.charAt(at))) {
      at++;
    }
    return (char) (at - start) + text.substring(start, at);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAlpha(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }
}
