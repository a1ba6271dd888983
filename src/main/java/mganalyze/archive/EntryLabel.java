package mganalyze.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import mganalyze.finding.Problem;

/**
 * Makes a label of the name that an archive gives an entry. {@code ./a//b} means {@code a/b} and is
 * common; what could lead out of a directory or deceive a reader is taken out and noted.
 */
final class EntryLabel {
  /** Longer than any path that a file system takes. */
  private static final int MAX_LENGTH = 4096;

  private EntryLabel() {}

  /** The label of {@code name}; adds a problem to {@code problems} if the name is unsafe. */
  static String of(String prefix, String name, ProblemLog problems) {
    if (isPlain(name)) {
      return prefix.isEmpty() ? name : prefix + name;
    }
    List<String> reasons = new ArrayList<>();
    String label = prefix + clean(name, reasons);
    if (!reasons.isEmpty()) {
      problems.add(label, Problem.Kind.UNSAFE_PATH, "the entry's name " + reasons.get(0));
    }
    return label;
  }

  /** A name without what must not be printed, cut to a length that can be; for messages. */
  static String printable(String text) {
    String cut = text.length() > 200 ? text.substring(0, 200) + "..." : text;
    return withoutControlCharacters(cut);
  }

  private static boolean isPlain(String name) {
    int length = name.length();
    if (length == 0 || length > MAX_LENGTH) {
      return false;
    }
    // Nearly all names are, and a loop over bytes is cheap from its first round on.
    return isPlainAscii(name.getBytes(StandardCharsets.UTF_8)) && !hasDrive(name)
        || isPlainText(name);
  }

  /** Whether there is nothing but printable ASCII, no backslash, and no part begins with a dot. */
  private static boolean isPlainAscii(byte[] name) {
    byte previous = '/';
    for (byte b : name) {
      if (b < 0x20 || b == 0x7f || b == '\\' || previous == '/' && (b == '/' || b == '.')) {
        return false;
      }
      previous = b;
    }
    return previous != '/';
  }

  private static boolean isPlainText(String name) {
    int length = name.length();
    char previous = '/';
    for (int i = 0; i < length; i++) {
      char c = name.charAt(i);
      boolean startsPart = previous == '/';
      if (isControl(c) || c == '\\' || startsPart && (c == '/' || c == '.' && isDots(name, i))) {
        return false;
      }
      previous = c;
    }
    return previous != '/' && !hasDrive(name);
  }

  /** Whether the part of a path at {@code i} is {@code .} or {@code ..}. */
  private static boolean isDots(String name, int i) {
    int end = name.indexOf('/', i);
    int length = (end < 0 ? name.length() : end) - i;
    return length == 1 || length == 2 && name.charAt(i + 1) == '.';
  }

  private static String clean(String name, List<String> reasons) {
    String text = name;
    if (text.length() > MAX_LENGTH) {
      text = text.substring(0, MAX_LENGTH);
      reasons.add("is longer than " + MAX_LENGTH + " characters");
    }
    String visible = withoutControlCharacters(text);
    if (!visible.equals(text)) {
      text = visible;
      reasons.add("has control characters");
    }
    if (isWindowsPath(text)) {
      text = text.replace('\\', '/');
    }
    if (hasDrive(text)) {
      text = text.substring(2);
      reasons.add("is absolute");
    } else if (text.startsWith("/")) {
      reasons.add("is absolute");
    }
    List<String> parts = new ArrayList<>();
    for (String part : text.split("/")) {
      if (part.equals("..")) {
        reasons.add("has '..'");
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    if (parts.isEmpty()) {
      reasons.add("is empty");
      return "unnamed";
    }
    return String.join("/", parts);
  }

  /**
   * Whether backslashes separate the parts of a path. On Unix they are letters like others: systemd
   * has units such as {@code dev-disk-by\x2duuid.device}.
   */
  private static boolean isWindowsPath(String text) {
    if (text.indexOf('\\') < 0) {
      return false;
    }
    return hasDrive(text)
        || text.startsWith("\\")
        || text.indexOf('/') < 0 && text.indexOf("\\x") < 0
        || text.startsWith("..\\")
        || text.contains("\\..");
  }

  private static boolean hasDrive(String text) {
    return text.length() > 2
        && text.charAt(1) == ':'
        && (text.charAt(2) == '\\' || text.charAt(2) == '/')
        && Character.isLetter(text.charAt(0));
  }

  private static String withoutControlCharacters(String text) {
    int i = 0;
    while (i < text.length() && !isControl(text.charAt(i))) {
      i++;
    }
    return i == text.length() ? text : replaceControlCharacters(text);
  }

  private static String replaceControlCharacters(String text) {
    StringBuilder cleaned = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      cleaned.append(isControl(c) ? '_' : c);
    }
    return cleaned.toString();
  }

  /** Control characters, and those that turn the direction of writing or break lines. */
  private static boolean isControl(char c) {
    if (c < 0x7f) {
      return c < 0x20;
    }
    return c < 0xa0 || c >= 0x2028 && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
  }
}
