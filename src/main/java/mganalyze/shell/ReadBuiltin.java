package mganalyze.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code read -r a b}: one line of the input, cut at the characters of IFS. */
final class ReadBuiltin {
  /** Marks the character behind it as escaped; no text has it. */
  private static final char ESCAPE = '\uFFFF';

  private final Interpreter shell;
  private final Streams streams;
  private boolean isRaw;
  private byte delimiter = '\n';

  ReadBuiltin(Interpreter shell, Streams streams) {
    this.shell = shell;
    this.streams = streams;
  }

  int run(List<String> arguments) throws IOException {
    List<String> names = names(arguments);
    if (streams.in().isAtEnd()) {
      assign(names, "");
      return 1;
    }
    String line = nextLine();
    boolean isComplete = streams.in().hasPassed(delimiter);
    assign(names, line);
    return isComplete ? 0 : 1;
  }

  private List<String> names(List<String> arguments) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("-r")) {
        isRaw = true;
      } else if (argument.equals("-d") && i + 1 < arguments.size()) {
        String text = arguments.get(++i);
        delimiter = text.isEmpty() ? 0 : (byte) text.charAt(0);
      } else if (Names.isName(argument)) {
        names.add(argument);
      } else {
        throw new UnsupportedCommandException("read " + argument);
      }
    }
    return names;
  }

  private String nextLine() {
    String line = streams.in().takeUntil(delimiter).text().replace("\0", "");
    if (isRaw) {
      return line;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c != '\\') {
        text.append(c);
      } else if (i + 1 < line.length()) {
        text.append(ESCAPE).append(line.charAt(++i));
      } else if (streams.in().hasPassed(delimiter) && !streams.in().isAtEnd()) {
        line = streams.in().takeUntil(delimiter).text(); // a line that goes on in the next
        i = -1;
      }
    }
    return text.toString();
  }

  private void assign(List<String> names, String line) {
    if (names.isEmpty()) {
      shell.state().variables().put("REPLY", unescape(line));
      return;
    }
    String rest = stripLeading(line);
    for (String name : names.subList(0, names.size() - 1)) {
      int end = fieldEnd(rest, 0);
      shell.state().variables().put(name, unescape(rest.substring(0, end)));
      rest = rest.substring(separatorEnd(rest, end));
    }
    String last = stripTrailing(rest);
    int end = fieldEnd(last, 0);
    if (end < last.length() && separatorEnd(last, end) == last.length()) {
      last = last.substring(0, end); // one separator at the very end belongs to the field before
    }
    shell.state().variables().put(names.get(names.size() - 1), unescape(last));
  }

  private boolean isSeparator(char c) {
    return shell.state().separators().indexOf(c) >= 0;
  }

  private boolean isBlankSeparator(char c) {
    return (c == ' ' || c == '\t' || c == '\n') && isSeparator(c);
  }

  private int fieldEnd(String text, int from) {
    int at = from;
    while (at < text.length() && !isSeparator(text.charAt(at))) {
      at += text.charAt(at) == ESCAPE ? 2 : 1;
    }
    return Math.min(at, text.length());
  }

  private int separatorEnd(String text, int from) {
    int at = skipBlanks(text, from);
    if (at < text.length() && isSeparator(text.charAt(at))) {
      at = skipBlanks(text, at + 1);
    }
    return at;
  }

  private int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && isBlankSeparator(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private String stripLeading(String text) {
    return text.substring(skipBlanks(text, 0));
  }

  private String stripTrailing(String text) {
    int end = text.length();
    while (end > 0
        && isBlankSeparator(text.charAt(end - 1))
        && (end < 2 || text.charAt(end - 2) != ESCAPE)) {
      end--;
    }
    return text.substring(0, end);
  }

  private static String unescape(String text) {
    return text.replace(String.valueOf(ESCAPE), "");
  }
}
