package mganalyze.shell;

/** Evaluates {@code $((…))}: 64-bit integers, C's operators and precedence, variables by name. */
final class Arithmetic {
  private static final String[][] LEVELS = {
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
  private static final int MAX_DEPTH = 100;
  private final String text;
  private final State state;
  private int at;
  private int depth;

  private Arithmetic(String text, State state) {
    this.text = text;
    this.state = state;
  }

  /** Throws {@link ExpansionException} for what is no expression, and for a division by zero. */
  static long evaluate(String expression, State state) {
    if (expression.isBlank()) {
      return 0;
    }
    Arithmetic arithmetic = new Arithmetic(expression, state);
    long value = arithmetic.comma(true);
    if (arithmetic.peek() != 0) {
      throw arithmetic.wrong("syntax error in expression");
    }
    return value;
  }

  private long comma(boolean live) {
    if (++depth > MAX_DEPTH) {
      throw wrong("nested too deeply");
    }
    long value = assignment(live);
    while (accept(",")) {
      value = assignment(live);
    }
    depth--;
    return value;
  }

  private long assignment(boolean live) {
    int start = at;
    String name = name();
    if (!name.isEmpty()) {
      for (String operator :
          new String[] {"=", "+=", "-=", "*=", "/=", "%=", "<<=", ">>=", "&=", "^=", "|="}) {
        boolean isComparison = operator.equals("=") && startsWith("==");
        if (!isComparison && accept(operator)) {
          long right = assignment(live);
          String plain = operator.substring(0, operator.length() - 1);
          long value = plain.isEmpty() ? right : apply(plain, variable(name), right, live);
          return live ? store(name, value) : value;
        }
      }
    }
    at = start;
    return conditional(live);
  }

  private long conditional(boolean live) {
    long condition = binary(0, live);
    if (!accept("?")) {
      return condition;
    }
    long yes = comma(live && condition != 0);
    if (!accept(":")) {
      throw wrong("`:' expected for conditional expression");
    }
    long no = assignment(live && condition == 0);
    return condition != 0 ? yes : no;
  }

  private long binary(int level, boolean live) {
    if (level == LEVELS.length) {
      return power(live);
    }
    long left = binary(level + 1, live);
    while (true) {
      String operator = operatorOf(level);
      if (operator == null) {
        return left;
      }
      boolean needsRight = operator.equals("||") ? left == 0 : !operator.equals("&&") || left != 0;
      long right = binary(level + 1, live && needsRight);
      left = apply(operator, left, right, live && needsRight);
    }
  }

  private String operatorOf(int level) {
    for (String operator : LEVELS[level]) {
      peek();
      int end = at + operator.length();
      char next = end < text.length() ? text.charAt(end) : 0;
      boolean isLonger =
          next == '=' && !"== != <= >=".contains(operator)
              || operator.length() == 1 && "|&<>*".contains(operator) && next == operator.charAt(0);
      if (startsWith(operator) && !isLonger) {
        at = end;
        return operator;
      }
    }
    return null;
  }

  private long power(boolean live) {
    long base = unary(live);
    if (!accept("**")) {
      return base;
    }
    long exponent = power(live);
    if (exponent < 0) {
      throw wrong("exponent less than 0");
    }
    long result = 1;
    long square = base;
    for (long left = exponent; left > 0; left >>= 1) {
      result = (left & 1) == 1 ? result * square : result;
      square *= square;
    }
    return result;
  }

  private long unary(boolean live) {
    char c = peek();
    if (startsWith("++") || startsWith("--")) {
      at += 2;
      String name = name();
      if (!name.isEmpty()) {
        long value = variable(name) + (c == '+' ? 1 : -1);
        return live ? store(name, value) : value;
      }
      at -= 2;
    }
    if (c == '!' || c == '~' || c == '-' || c == '+') {
      at++;
      if (++depth > MAX_DEPTH) {
        throw wrong("nested too deeply");
      }
      long value = unary(live);
      depth--;
      return c == '!' ? (value == 0 ? 1 : 0) : c == '~' ? ~value : c == '-' ? -value : value;
    }
    return primary(live);
  }

  private long primary(boolean live) {
    if (accept("(")) {
      long value = comma(live);
      if (!accept(")")) {
        throw wrong("missing `)'");
      }
      return value;
    }
    if (Character.isDigit(peek())) {
      return number();
    }
    String name = name();
    if (name.isEmpty()) {
      throw wrong("syntax error: operand expected");
    }
    long value = variable(name);
    if (startsWith("++") || startsWith("--")) {
      if (live) {
        store(name, value + (text.charAt(at) == '+' ? 1 : -1));
      }
      at += 2;
    }
    return value;
  }

  private long number() {
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

  private long variable(String name) {
    String value = state.variables().getOrDefault(name, "").trim();
    if (value.isEmpty()) {
      return 0;
    }
    Arithmetic inner = new Arithmetic(value, state);
    inner.depth = depth + 1;
    return inner.comma(true);
  }

  private long store(String name, long value) {
    state.variables().put(name, Long.toString(value));
    return value;
  }

  private long apply(String operator, long left, long right, boolean live) {
    if (right == 0 && (operator.equals("/") || operator.equals("%"))) {
      if (live) {
        throw wrong("division by 0");
      }
      return 0;
    }
    return switch (operator) {
      case "||" -> left != 0 || right != 0 ? 1 : 0;
      case "&&" -> left != 0 && right != 0 ? 1 : 0;
      case "|" -> left | right;
      case "^" -> left ^ right;
      case "&" -> left & right;
      case "==" -> left == right ? 1 : 0;
      case "!=" -> left != right ? 1 : 0;
      case "<" -> left < right ? 1 : 0;
      case ">" -> left > right ? 1 : 0;
      case "<=" -> left <= right ? 1 : 0;
      case ">=" -> left >= right ? 1 : 0;
      case "<<" -> left << right;
      case ">>" -> left >> right;
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      case "%" -> left % right;
      default -> throw new IllegalStateException(operator);
    };
  }

  private String name() {
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

  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean startsWith(String token) {
    peek();
    return text.startsWith(token, at);
  }

  private boolean accept(String token) {
    if (!startsWith(token)) {
      return false;
    }
    at += token.length();
    return true;
  }

  private ExpansionException wrong(String problem) {
    return new ExpansionException(text.trim() + ": " + problem, 1);
  }
}
