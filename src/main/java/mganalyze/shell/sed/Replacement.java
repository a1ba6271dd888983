package mganalyze.shell.sed;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The right side of {@code s}: text, groups, and GNU's changes of case. */
final class Replacement {
  /**
   * A piece.
   *
   * @param group -1 for literal text, -2 for a change of case named by the text
   */
  private record Piece(String text, int group) {}

  private final List<Piece> pieces = new ArrayList<>();

  /** Reads what stands between the delimiters, the delimiter's own escapes already undone. */
  Replacement(String text) {
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&') {
        flush(literal);
        pieces.add(new Piece("", 0));
      } else if (c != '\\' || i + 1 == text.length()) {
        literal.append(c);
      } else {
        escape(text.charAt(++i), literal);
      }
    }
    flush(literal);
  }

  private void escape(char c, StringBuilder literal) {
    int control = "ntrfva".indexOf(c);
    if (c >= '0' && c <= '9') {
      flush(literal);
      pieces.add(new Piece("", c - '0'));
    } else if ("LUluE".indexOf(c) >= 0) {
      flush(literal);
      pieces.add(new Piece(String.valueOf(c), -2));
    } else if (control >= 0) {
      literal.append("\n\t\r\f\013\007".charAt(control));
    } else {
      literal.append(c);
    }
  }

  private void flush(StringBuilder literal) {
    if (literal.length() > 0) {
      pieces.add(new Piece(literal.toString(), -1));
      literal.setLength(0);
    }
  }

  int highestGroup() {
    return pieces.stream().mapToInt(Piece::group).max().orElse(0);
  }

  void append(Matcher matcher, StringBuilder result) {
    char all = 'E';
    char next = 'E';
    for (Piece piece : pieces) {
      if (piece.group() == -2) {
        char change = piece.text().charAt(0);
        boolean isForOne = change == 'l' || change == 'u';
        next = isForOne ? change : 'E';
        all = isForOne ? all : change;
        continue;
      }
      String text = piece.group() < 0 ? piece.text() : matcher.group(piece.group());
      if (text == null || text.isEmpty()) {
        continue;
      }
      String changed = change(text, all);
      if (next != 'E') {
        int length = Character.charCount(changed.codePointAt(0));
        changed =
            change(changed.substring(0, length), next == 'u' ? 'U' : 'L')
                + changed.substring(length);
        next = 'E';
      }
      result.append(changed);
    }
  }

  private static String change(String text, char to) {
    return switch (to) {
      case 'U' -> text.toUpperCase(Locale.ROOT);
      case 'L' -> text.toLowerCase(Locale.ROOT);
      default -> text;
    };
  }

  /** The characters of one side of {@code y}. */
  static int[] characters(String escaped) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '\\' && i + 1 < escaped.length()) {
        char next = escaped.charAt(++i);
        int control = "ntr".indexOf(next);
        plain.append(control >= 0 ? "\n\t\r".charAt(control) : next);
      } else {
        plain.append(c);
      }
    }
    return plain.codePoints().toArray();
  }
}
