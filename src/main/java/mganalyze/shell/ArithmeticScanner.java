package mganalyze.shell;

/** The names, numbers and operators of an arithmetic expression; blanks between them are passed. */
final class ArithmeticScanner {
  private static final String[][] OPERATORS = {
    {"||"},
    {"&&"},
    {"|"},
    {"^"},
    {"&"},
    {"==", "!="},
    {"<=", ">=", "<", ">"},
    {"<<", ">>"},
    {"+", "-"},
    {"*", "/", "%"}
  };

  /** How many levels of precedence the operators with two sides have. */
  static final int LEVELS = OPERATORS.length;

  private final String text;
  private int at;

  ArithmeticScanner(String text) {
    this.text = text;
  }

  int position() {
    return at;
  }

  /** Reads on from a place that was passed. */
  void back(int position) {
    at = position;
  }

  boolean isAtEnd() {
    return peek() == 0;
  }

  /** The next char that is no blank; 0 at the end. */
  char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  boolean startsWith(String token) {
    peek();
    return text.startsWith(token, at);
  }

  boolean accept(String token) {
    if (!startsWith(token)) {
      return false;
    }
    at += token.length();
    return true;
  }

  /** Passes the operator of one level of precedence that stands there; empty if none does. */
  String operator(int level) {
    for (String operator : OPERATORS[level]) {
      if (startsWith(operator) && !isLonger(operator)) {
        at += operator.length();
        return operator;
      }
    }
    return "";
  }

  /** Whether what begins like this operator is another one: an assignment, or one of two chars. */
  private boolean isLonger(String operator) {
    int end = at + operator.length();
    char next = end < text.length() ? text.charAt(end) : 0;
    return next == '=' && !"== != <= >=".contains(operator)
        || operator.length() == 1 && "|&<>*".contains(operator) && next == operator.charAt(0);
  }

  /** The variable's name that stands there; empty if none does. */
  String name() {
    peek();
    int start = at;
    while (at < text.length()
        && (Character.isLetter(text.charAt(at))
            || text.charAt(at) == '_'
            || at > start && Character.isDigit(text.charAt(at)))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** The number that stands there: {@code 10}, {@code 0x1f}, {@code 017}, {@code 2#101}. */
  long number() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '#')) {
      at++;
    }
    String digits = text.substring(start, at);
    try {
      int sharp = digits.indexOf('#');
      if (sharp > 0) {
        return Long.parseLong(
            digits.substring(sharp + 1), Integer.parseInt(digits.substring(0, sharp)));
      }
      if (digits.startsWith("0x") || digits.startsWith("0X")) {
        return Long.parseLong(digits.substring(2), 16);
      }
      return Long.parseLong(digits, digits.length() > 1 && digits.charAt(0) == '0' ? 8 : 10);
    } catch (NumberFormatException e) {
      throw wrong("value too great for base or no number: " + digits);
    }
  }

  ExpansionException wrong(String problem) {
    return new ExpansionException(text.trim() + ": " + problem, 1);
  }
}
