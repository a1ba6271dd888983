package mganalyze.shell;

import java.util.List;
import mganalyze.shell.WordPart.Text.Quoting;

/** Reads what starts with a dollar sign or a backtick. */
final class ExpansionParser {
  private static final List<String> OPERATORS =
      List.of(
          ":-", ":=", ":+", ":?", "-", "=", "+", "?", "%%", "%", "##", "#", "//", "/", "^^", ",,",
          ":");
  private final Scanner scanner;
  private final Parser commands;
  private final WordParser words;

  ExpansionParser(Scanner scanner, Parser commands, WordParser words) {
    this.scanner = scanner;
    this.commands = commands;
    this.words = words;
  }

  /** The expansion here; null where the dollar sign is only a dollar sign. */
  WordPart parse(boolean quoted) {
    if (scanner.peek() == '`') {
      return backticks(quoted);
    }
    char next = scanner.peek(1);
    if (next == '(') {
      return scanner.peek(2) == '(' ? arithmeticOrSubstitution() : substitution();
    }
    if (next == '{') {
      return braces();
    }
    if (next == '\'' && !quoted) {
      return ansiQuoted();
    }
    if (next == '"' && !quoted) {
      scanner.next(); // $"…" is for translations: the quotes follow as usual
      return new WordPart.Text("", Quoting.BARE);
    }
    if (Names.isStart(next)) {
      scanner.next();
      return new ParameterExpansion(name());
    }
    if (next != 0 && "?@*#$!-0123456789".indexOf(next) >= 0) {
      scanner.skip(2);
      return new ParameterExpansion(String.valueOf(next));
    }
    return null;
  }

  private String name() {
    int start = scanner.position();
    while (Names.isPart(scanner.peek())) {
      scanner.next();
    }
    return scanner.since(start);
  }

  private WordPart substitution() {
    int start = scanner.position();
    scanner.skip(2);
    CommandList body = commands.list();
    if (!scanner.accept(")")) {
      if (scanner.atEnd()) {
        throw scanner.unexpected(start, "$(", "substitution without its end");
      }
      throw scanner.unexpected();
    }
    return new WordPart.Substitution(body);
  }

  private WordPart arithmeticOrSubstitution() {
    int start = scanner.position() + 3;
    int end = arithmeticEnd(scanner.text(), start);
    if (end < 0) {
      return substitution();
    }
    scanner.moveTo(end + 2);
    return new WordPart.ArithmeticExpansion(
        words.expandable(scanner.text().substring(start, end).replace("\"", "")));
  }

  /** Where the two closing parentheses stand, or -1 if this is no arithmetic. */
  static int arithmeticEnd(String text, int start) {
    int open = 0;
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '(') {
        open++;
      } else if (c == ')' && open > 0) {
        open--;
      } else if (c == ')') {
        return at + 1 < text.length() && text.charAt(at + 1) == ')' ? at : -1;
      }
    }
    return -1;
  }

  private WordPart backticks(boolean quoted) {
    int start = scanner.position();
    scanner.next();
    StringBuilder body = new StringBuilder();
    while (scanner.peek() != '`') {
      if (scanner.atEnd()) {
        throw scanner.unexpected(start, "`", "quote without its end");
      }
      char c = scanner.next();
      char next = scanner.peek();
      boolean escapes = next == '`' || next == '\\' || next == '$' || quoted && next == '"';
      body.append(c == '\\' && escapes ? scanner.next() : c);
    }
    scanner.next();
    Scanner inner = new Scanner(body.toString());
    inner.depth(scanner.depth());
    inner.enter();
    return new WordPart.Substitution(new Parser(inner, commands).wholeList());
  }

  private WordPart ansiQuoted() {
    int start = scanner.position();
    scanner.skip(2);
    int from = scanner.position();
    while (scanner.peek() != '\'') {
      scanner.skip(scanner.peek() == '\\' ? 2 : 1);
      if (scanner.atEnd()) {
        throw scanner.unexpected(start, "$'", "quote without its end");
      }
    }
    String text = scanner.since(from);
    scanner.next();
    return new WordPart.Text(Escapes.ansi(text), Quoting.ESCAPED);
  }

  private WordPart braces() {
    int start = scanner.position();
    scanner.skip(2);
    if (scanner.peek() == '#' && scanner.peek(1) != '}') {
      scanner.next();
      String name = parameterName(start);
      close(start);
      return new ParameterExpansion(name, "length", Word.EMPTY, Word.EMPTY);
    }
    String name = parameterName(start);
    if (scanner.accept("}")) {
      return new ParameterExpansion(name);
    }
    for (String operator : OPERATORS) {
      if (scanner.accept(operator)) {
        return operation(name, operator, start);
      }
    }
    throw unsupported(start);
  }

  private WordPart operation(String name, String operator, int start) {
    Word operand =
        switch (operator) {
          case "/", "//" -> words.slashWord();
          case ":" -> words.colonWord();
          default -> words.braceWord();
        };
    boolean hasSecond = operator.equals("/") || operator.equals("//") || operator.equals(":");
    Word second = Word.EMPTY;
    if (hasSecond && scanner.peek() != '}' && !scanner.atEnd()) {
      scanner.next();
      second = words.braceWord();
    }
    if ((operator.equals("^^") || operator.equals(",,")) && !operand.parts().isEmpty()) {
      throw unsupported(start);
    }
    close(start);
    return new ParameterExpansion(
        name, operator.equals(":") ? "substring" : operator, operand, second);
  }

  private String parameterName(int start) {
    if (Names.isStart(scanner.peek())) {
      return name();
    }
    if (scanner.peek() != 0 && "?@*#$!-0123456789".indexOf(scanner.peek()) >= 0) {
      return String.valueOf(scanner.next());
    }
    if (scanner.atEnd()) {
      throw scanner.unexpected(start, "${", "expansion without its end");
    }
    throw unsupported(start);
  }

  private void close(int start) {
    if (scanner.atEnd()) {
      throw scanner.unexpected(start, "${", "expansion without its end");
    }
    if (!scanner.accept("}")) {
      throw unsupported(start);
    }
  }

  private UnsupportedCommandException unsupported(int start) {
    int close = scanner.text().indexOf('}', start);
    int end = close < 0 ? scanner.text().length() : close + 1;
    return new UnsupportedCommandException(
        scanner.text().substring(start, Math.min(end, start + 60)));
  }
}
