package mganalyze.yaml;

import java.nio.charset.StandardCharsets;

/** The {@code apiVersion} and {@code kind} of a document, and whether it has {@code items}. */
final class Head {

  String apiVersion = "";
  String kindName = "";
  boolean hasItems;

  /** Whether it is a list; one that was cut off in its items has lost its kind. */
  boolean isList() {
    return hasItems && (kindName.isEmpty() || kindName.endsWith("List"));
  }

  /** The text behind a top-level key, without quotes and comment. */
  static String scalar(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
    int comment = text.indexOf(" #");
    if (comment >= 0) {
      text = text.substring(0, comment).stripTrailing();
    }
    boolean isQuoted = text.length() > 1 && (text.charAt(0) == '"' || text.charAt(0) == '\'');
    return isQuoted && text.charAt(text.length() - 1) == text.charAt(0)
        ? text.substring(1, text.length() - 1)
        : text;
  }
}
