package mganalyze.shell;

/** Reads {@code [[ … ]]}. */
final class ConditionParser {
  private final Scanner scanner;
  private final Parser commands;
  private final WordParser words;

  ConditionParser(Scanner scanner, Parser commands, WordParser words) {
    this.scanner = scanner;
    this.commands = commands;
    this.words = words;
  }

  Condition parse() {
    Condition condition = or();
    commands.skipNewlines();
    if (!scanner.atWord("]]")) {
      throw scanner.unexpected();
    }
    scanner.skip(2);
    return condition;
  }

  private Condition or() {
    scanner.enter();
    Condition left = and();
    while (accept("||")) {
      left = new Condition.Both(left, false, and());
    }
    scanner.leave();
    return left;
  }

  private Condition and() {
    Condition left = not();
    while (accept("&&")) {
      left = new Condition.Both(left, true, not());
    }
    return left;
  }

  private Condition not() {
    commands.skipNewlines();
    if (scanner.atWord("!")) {
      scanner.next();
      scanner.enter();
      Condition inner = not();
      scanner.leave();
      return new Condition.Not(inner);
    }
    if (scanner.accept("(")) {
      Condition inner = or();
      if (!accept(")")) {
        throw scanner.unexpected();
      }
      return inner;
    }
    return primary();
  }

  private Condition primary() {
    Word first = word();
    commands.skipNewlines();
    boolean isUnary = first.isBare() && first.raw().matches("-[a-zA-Z]");
    if (isUnary && !scanner.atWord("]]") && !startsOperator()) {
      if (!"-n-z-v".contains(first.raw())) {
        throw new UnsupportedCommandException("[[ " + first.raw() + " ]]");
      }
      return new Condition.Unary(first.raw(), word());
    }
    String operator = operator();
    if (operator.isEmpty()) {
      return new Condition.Unary("-n", first);
    }
    scanner.skipBlanks();
    return new Condition.Binary(first, operator, operator.equals("=~") ? regex() : word());
  }

  private boolean startsOperator() {
    return scanner.startsWith("&&") || scanner.startsWith("||") || scanner.peek() == ')';
  }

  private String operator() {
    for (String operator : new String[] {"==", "=~", "!=", "=", "<", ">"}) {
      if (scanner.accept(operator)) {
        return operator;
      }
    }
    for (String operator : new String[] {"-eq", "-ne", "-lt", "-le", "-gt", "-ge"}) {
      if (scanner.atWord(operator)) {
        scanner.skip(operator.length());
        return operator;
      }
    }
    return "";
  }

  private Word word() {
    commands.skipNewlines();
    if (scanner.atWordEnd() || scanner.atWord("]]")) {
      throw scanner.unexpected();
    }
    return words.word();
  }

  private Word regex() {
    if (scanner.atEnd() || scanner.peek() == '\n') {
      throw scanner.unexpected();
    }
    return words.regexWord();
  }

  private boolean accept(String token) {
    commands.skipNewlines();
    return scanner.accept(token);
  }
}
