package mganalyze.shell;

/** Evaluates {@code $((…))}: 64-bit integers, C's operators and precedence, variables by name. */
final class Arithmetic {
  private static final int MAX_DEPTH = 100;
  private final ArithmeticScanner scanner;
  private final State state;
  private int depth;

  private Arithmetic(String text, State state) {
    this.scanner = new ArithmeticScanner(text);
    this.state = state;
  }

  /** Throws {@link ExpansionException} for what is no expression, and for a division by zero. */
  static long evaluate(String expression, State state) {
    if (expression.isBlank()) {
      return 0;
    }
    Arithmetic arithmetic = new Arithmetic(expression, state);
    long value = arithmetic.comma(true);
    if (!arithmetic.scanner.isAtEnd()) {
      throw arithmetic.scanner.wrong("syntax error in expression");
    }
    return value;
  }

  private long comma(boolean live) {
    if (++depth > MAX_DEPTH) {
      throw scanner.wrong("nested too deeply");
    }
    long value = assignment(live);
    while (scanner.accept(",")) {
      value = assignment(live);
    }
    depth--;
    return value;
  }

  private long assignment(boolean live) {
    int start = scanner.position();
    String name = scanner.name();
    if (!name.isEmpty()) {
      for (String operator :
          new String[] {"=", "+=", "-=", "*=", "/=", "%=", "<<=", ">>=", "&=", "^=", "|="}) {
        boolean isComparison = operator.equals("=") && scanner.startsWith("==");
        if (!isComparison && scanner.accept(operator)) {
          long right = assignment(live);
          String plain = operator.substring(0, operator.length() - 1);
          long value = plain.isEmpty() ? right : apply(plain, variable(name), right, live);
          return live ? store(name, value) : value;
        }
      }
    }
    scanner.back(start);
    return conditional(live);
  }

  private long conditional(boolean live) {
    long condition = binary(0, live);
    if (!scanner.accept("?")) {
      return condition;
    }
    long yes = comma(live && condition != 0);
    if (!scanner.accept(":")) {
      throw scanner.wrong("`:' expected for conditional expression");
    }
    long no = assignment(live && condition == 0);
    return condition != 0 ? yes : no;
  }

  private long binary(int level, boolean live) {
    if (level == ArithmeticScanner.LEVELS) {
      return power(live);
    }
    long left = binary(level + 1, live);
    while (true) {
      String operator = scanner.operator(level);
      if (operator.isEmpty()) {
        return left;
      }
      boolean needsRight = operator.equals("||") ? left == 0 : !operator.equals("&&") || left != 0;
      long right = binary(level + 1, live && needsRight);
      left = apply(operator, left, right, live && needsRight);
    }
  }

  private long power(boolean live) {
    long base = unary(live);
    if (!scanner.accept("**")) {
      return base;
    }
    long exponent = power(live);
    if (exponent < 0) {
      throw scanner.wrong("exponent less than 0");
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
    int start = scanner.position();
    int step = step();
    if (step != 0) {
      String name = scanner.name();
      if (!name.isEmpty()) {
        long value = variable(name) + step;
        return live ? store(name, value) : value;
      }
      scanner.back(start);
    }
    char c = scanner.peek();
    if (c == '!' || c == '~' || c == '-' || c == '+') {
      scanner.accept(String.valueOf(c));
      if (++depth > MAX_DEPTH) {
        throw scanner.wrong("nested too deeply");
      }
      long value = unary(live);
      depth--;
      return c == '!' ? (value == 0 ? 1 : 0) : c == '~' ? ~value : c == '-' ? -value : value;
    }
    return primary(live);
  }

  private long primary(boolean live) {
    if (scanner.accept("(")) {
      long value = comma(live);
      if (!scanner.accept(")")) {
        throw scanner.wrong("missing `)'");
      }
      return value;
    }
    if (Character.isDigit(scanner.peek())) {
      return scanner.number();
    }
    String name = scanner.name();
    if (name.isEmpty()) {
      throw scanner.wrong("syntax error: operand expected");
    }
    long value = variable(name);
    int step = step();
    if (step != 0 && live) {
      store(name, value + step);
    }
    return value;
  }

  /** What {@code ++} and {@code --} add; 0 where neither stands. */
  private int step() {
    return scanner.accept("++") ? 1 : scanner.accept("--") ? -1 : 0;
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
        throw scanner.wrong("division by 0");
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
}
