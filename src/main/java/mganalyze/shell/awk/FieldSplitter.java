package mganalyze.shell.awk;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.List;
import mganalyze.shell.regex.Regex;
import mganalyze.shell.regex.Syntax;

/** Cuts a text at a field separator. */
final class FieldSplitter {
  private FieldSplitter() {}

  /**
   * The fields of a text.
   *
   * @param separator FS: a blank for runs of white space, one character for itself, anything else
   *     an expression
   */
  static List<String> split(String text, String separator) {
    List<String> fields = new ArrayList<>();
    if (separator.equals(" ")) {
      splitAtBlanks(text, fields);
    } else if (text.isEmpty()) {
      return fields;
    } else if (separator.isEmpty()) {
      text.codePoints().forEach(c -> fields.add(Character.toString(c)));
    } else if (separator.length() == 1 && separator.charAt(0) != '\\') {
      splitAt(text, separator.charAt(0), fields);
    } else {
      split(text, Regex.compile(separator, Syntax.AWK, false), fields);
    }
    return fields;
  }

  static void split(String text, Regex separator, List<String> fields) {
    if (text.isEmpty()) {
      return;
    }
    Matcher matcher = separator.matcher(text);
    int start = 0;
    int at = 0;
    while (at <= text.length() && matcher.find(at)) {
      if (matcher.end() == matcher.start()) {
        at = matcher.end() + 1;
        continue;
      }
      fields.add(text.substring(start, matcher.start()));
      start = matcher.end();
      at = start;
    }
    fields.add(text.substring(start));
  }

  private static void splitAt(String text, char separator, List<String> fields) {
    int start = 0;
    int at = text.indexOf(separator);
    while (at >= 0) {
      fields.add(text.substring(start, at));
      start = at + 1;
      at = text.indexOf(separator, start);
    }
    fields.add(text.substring(start));
  }

  private static void splitAtBlanks(String text, List<String> fields) {
    int at = 0;
    int length = text.length();
    while (at < length) {
      while (at < length && isBlank(text.charAt(at))) {
        at++;
      }
      int start = at;
      while (at < length && !isBlank(text.charAt(at))) {
        at++;
      }
      if (at > start) {
        fields.add(text.substring(start, at));
      }
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }
}
