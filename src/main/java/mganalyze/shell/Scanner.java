package mganalyze.shell;

/** A position in the text of a script. */
final class Scanner {
  private static final int MAX_DEPTH = 100;
  private static final String NO_END = "without its end";
  private final String text;
  private int at;
  private int depth;

  Scanner(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  int position() {
    return at;
  }

  void moveTo(int position) {
    at = position;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** The character here, or NUL at the end. */
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  char next() {
    return text.charAt(at++);
  }

  void skip(int characters) {
    at = Math.min(at + characters, text.length());
  }

  boolean startsWith(String token) {
    return text.startsWith(token, at);
  }

  boolean accept(String token) {
    if (!startsWith(token)) {
      return false;
    }
    at += token.length();
    return true;
  }

  String since(int start) {
    return text.substring(start, at);
  }

  /** Passes blanks, joined lines and a comment, all within the line. */
  void skipBlanks() {
    while (true) {
      if (peek() == ' ' || peek() == '\t') {
        at++;
      } else if (startsWith("\\\n")) {
        at += 2;
      } else if (peek() == '#' && !atEnd()) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else {
        return;
      }
    }
  }

  /** Whether the character here ends a word. */
  boolean atWordEnd() {
    return atEnd() || isMeta(peek());
  }

  static boolean isMeta(char c) {
    return switch (c) {
      case ' ', '\t', '\n', ';', '&', '|', '<', '>', '(', ')' -> true;
      default -> false;
    };
  }

  /** Whether this word, unquoted and whole, stands here. */
  boolean atWord(String word) {
    int end = at + word.length();
    return startsWith(word) && (end >= text.length() || isMeta(text.charAt(end)));
  }

  /** The word or operator here, for an error. */
  String token() {
    if (atEnd()) {
      return "end of text";
    }
    if (peek() == '\n') {
      return "newline";
    }
    int end = at + 1;
    while (!isMeta(peek()) && end < text.length() && !isMeta(text.charAt(end))) {
      end++;
    }
    return text.substring(at, Math.min(end, at + 40));
  }

  ShellSyntaxException unexpected() {
    return new ShellSyntaxException(at, token(), "unexpected", atEnd());
  }

  ShellSyntaxException unexpected(int position, String word, String problem) {
    boolean isCut = problem.endsWith(NO_END) && !word.equals("${") || atEnd();
    return new ShellSyntaxException(position, word, problem, isCut);
  }

  /** Guards the recursion of the parsers; each call needs its {@link #leave}. */
  void enter() {
    if (++depth > MAX_DEPTH) {
      throw new ShellSyntaxException(at, token(), "nested too deeply");
    }
  }

  void leave() {
    depth--;
  }

  int depth() {
    return depth;
  }

  void depth(int outer) {
    depth = outer;
  }
}
