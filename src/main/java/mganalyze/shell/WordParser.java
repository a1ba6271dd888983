package mganalyze.shell;

import java.util.ArrayList;
import java.util.List;
import mganalyze.shell.WordPart.Text.Quoting;

/** Reads words: quotes, escapes and expansions. */
final class WordParser {
  private final Scanner scanner;
  private final Parser commands;
  private final ExpansionParser expansions;

  WordParser(Scanner scanner, Parser commands) {
    this.scanner = scanner;
    this.commands = commands;
    this.expansions = new ExpansionParser(scanner, commands, this);
  }

  /** The word here, which may be empty only if no word stands here. */
  Word word() {
    return word(c -> Scanner.isMeta(c));
  }

  /** The right side of {@code =~}, where {@code |} and parentheses belong to the word. */
  Word regexWord() {
    int[] open = {0};
    return word(
        c -> {
          open[0] += c == '(' ? 1 : c == ')' ? -1 : 0;
          boolean isBlank = c == ' ' || c == '\t' || c == '\n';
          return isBlank && open[0] <= 0 || c == ';' || c == '&' || open[0] < 0;
        });
  }

  /** A word inside braces: {@code ${X:-word}}. */
  Word braceWord() {
    return word(c -> c == '}');
  }

  /** A pattern in <code>${X/pattern/…}</code>. */
  Word slashWord() {
    return word(c -> c == '}' || c == '/');
  }

  /** A number in <code>${X:from:count}</code>. */
  Word colonWord() {
    return word(c -> c == '}' || c == ':');
  }

  interface End {
    boolean isEnd(char c);
  }

  private Word word(End end) {
    scanner.enter();
    int start = scanner.position();
    Parts parts = new Parts();
    while (!scanner.atEnd()) {
      char c = scanner.peek();
      if (c == '<' && placeholderLength() > 0) {
        int length = placeholderLength();
        for (int i = 0; i < length; i++) {
          parts.append(scanner.next());
        }
      } else if (c == '\\') {
        escape(parts);
      } else if (c == '\'') {
        scanner.next();
        parts.add(new WordPart.Text(until('\''), Quoting.SINGLE));
      } else if (c == '"') {
        scanner.next();
        parts.add(new WordPart.Quoted(quotedParts('"')));
      } else if (c == '$' || c == '`') {
        dollar(parts, false);
      } else if (end.isEnd(c)) {
        break;
      } else {
        parts.append(scanner.next());
      }
    }
    scanner.leave();
    return new Word(parts.finish(), scanner.since(start));
  }

  // <pod> in a runbook is to be filled in by a person; as shell it would be two redirections to
  // files, which are refused anyway.
  private int placeholderLength() {
    int length = 1;
    while (isPlaceholderPart(scanner.peek(length))) {
      length++;
    }
    return length > 1 && scanner.peek(length) == '>' && Names.isStart(scanner.peek(1))
        ? length + 1
        : 0;
  }

  boolean atPlaceholder() {
    return scanner.peek() == '<' && placeholderLength() > 0;
  }

  private static boolean isPlaceholderPart(char c) {
    return Names.isPart(c) || c == '-' || c == '.' || c == '/';
  }

  private void escape(Parts parts) {
    if (scanner.accept("\\\n")) {
      return;
    }
    scanner.next();
    String escaped = scanner.atEnd() ? "\\" : String.valueOf(scanner.next());
    parts.add(new WordPart.Text(escaped, Quoting.ESCAPED));
  }

  private String until(char quote) {
    int start = scanner.position();
    int close = scanner.text().indexOf(quote, start);
    if (close < 0) {
      throw scanner.unexpected(start - 1, String.valueOf(quote), "quote without its end");
    }
    scanner.moveTo(close + 1);
    return scanner.text().substring(start, close);
  }

  private void dollar(Parts parts, boolean quoted) {
    WordPart expansion = expansions.parse(quoted);
    if (expansion == null) {
      parts.append(scanner.next());
    } else {
      parts.add(expansion);
    }
  }

  /**
   * What stands in double quotes, the closing one taken; or, without {@code close} (NUL), all the
   * rest of the text, as in a here-document.
   */
  private List<WordPart> quotedParts(char close) {
    int start = scanner.position();
    scanner.enter();
    Parts parts = new Parts();
    while (true) {
      if (scanner.atEnd()) {
        if (close != 0) {
          throw scanner.unexpected(start - 1, String.valueOf(close), "quote without its end");
        }
        break;
      }
      char c = scanner.peek();
      if (c == close) {
        scanner.next();
        break;
      }
      if (c == '\\' && scanner.peek(1) == '\n') {
        scanner.skip(2);
      } else if (c == '\\' && isEscapable(scanner.peek(1), close)) {
        scanner.next();
        parts.append(scanner.next());
      } else if (c == '$' || c == '`') {
        dollar(parts, true);
      } else {
        parts.append(scanner.next());
      }
    }
    scanner.leave();
    return parts.finish();
  }

  private static boolean isEscapable(char c, char close) {
    return c == '$' || c == '`' || c == '\\' || c == '"' && close == '"';
  }

  /** The body of a here-document, or of an arithmetic expression: expansions, but no quotes. */
  Word expandable(String body) {
    Scanner inner = new Scanner(body);
    inner.depth(scanner.depth());
    WordParser parser = new Parser(inner, commands).words();
    return new Word(List.of(new WordPart.Quoted(parser.quotedParts((char) 0))), body);
  }

  /** Collects the parts of a word; plain characters in a row become one part. */
  private static final class Parts {
    private final List<WordPart> parts = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();

    void append(char c) {
      plain.append(c);
    }

    void add(WordPart part) {
      flush();
      parts.add(part);
    }

    private void flush() {
      if (plain.length() > 0) {
        parts.add(new WordPart.Text(plain.toString(), Quoting.BARE));
        plain.setLength(0);
      }
    }

    List<WordPart> finish() {
      flush();
      return parts;
    }
  }
}
