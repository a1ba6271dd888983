package mganalyze.shell.awk;

/**
 * A word of an awk program.
 *
 * @param text the name, number, operator, or the text of a string or expression without its quotes
 */
record Token(Kind kind, String text, int position) {
  enum Kind {
    NAME,
    /** A name right before a parenthesis. */
    CALL,
    NUMBER,
    STRING,
    REGEX,
    OPERATOR,
    NEWLINE,
    END
  }

  boolean is(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  boolean isWord(String word) {
    return (kind == Kind.NAME || kind == Kind.CALL) && text.equals(word);
  }
}
