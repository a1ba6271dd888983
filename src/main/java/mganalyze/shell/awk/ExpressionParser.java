package mganalyze.shell.awk;

import java.util.List;
import java.util.function.Supplier;

/** Reads expressions, by awk's precedence: what binds loosest comes first. */
final class ExpressionParser {
  private static final List<String> ASSIGNMENTS =
      List.of("=", "+=", "-=", "*=", "/=", "%=", "^=", "**=");
  private static final List<String> COMPARISONS = List.of("<", "<=", "==", "!=", ">", ">=");
  private final Tokens tokens;
  private final OperandParser operands;
  private boolean greaterIsRedirection;

  ExpressionParser(Tokens tokens) {
    this.tokens = tokens;
    this.operands = new OperandParser(tokens, this);
  }

  Expression expression() {
    tokens.enter();
    Expression left = choice();
    String operator = tokens.peek().text();
    boolean isAssignment =
        tokens.peek().kind() == Token.Kind.OPERATOR && ASSIGNMENTS.contains(operator);
    if (isAssignment) {
      if (!(left instanceof Expression.Place place)) {
        throw tokens.unexpected();
      }
      tokens.next();
      tokens.skipNewlines();
      String plain = operator.substring(0, operator.length() - 1);
      left = new Expression.Assign(place, plain, expression());
    }
    tokens.leave();
    return left;
  }

  /** An argument of {@code print}, where {@code >} names a file. */
  Expression printArgument() {
    boolean outer = greaterIsRedirection;
    greaterIsRedirection = true;
    Expression expression = expression();
    greaterIsRedirection = outer;
    return expression;
  }

  /** What stands between brackets, where {@code >} compares again. */
  List<Expression> bracketed(Supplier<List<Expression>> reader) {
    boolean outer = greaterIsRedirection;
    greaterIsRedirection = false;
    List<Expression> items = reader.get();
    greaterIsRedirection = outer;
    return items;
  }

  /** Expressions up to a closing bracket. */
  List<Expression> arguments(String close) {
    return operands.arguments(close);
  }

  private Expression choice() {
    Expression condition = or();
    if (!tokens.accept("?")) {
      return condition;
    }
    tokens.skipNewlines();
    Expression yes = expression();
    tokens.skipNewlines();
    tokens.expect(":");
    tokens.skipNewlines();
    return new Expression.Choice(condition, yes, expression());
  }

  private Expression or() {
    Expression left = and();
    while (tokens.accept("||")) {
      tokens.skipNewlines();
      left = new Expression.Or(left, and());
    }
    return left;
  }

  private Expression and() {
    Expression left = in();
    while (tokens.accept("&&")) {
      tokens.skipNewlines();
      left = new Expression.And(left, in());
    }
    return left;
  }

  private Expression in() {
    Expression left = match();
    while (tokens.peek().isWord("in")) {
      tokens.next();
      List<Expression> index =
          left instanceof Expression.Grouping group ? group.items() : List.of(left);
      left = new Expression.In(index, tokens.name());
    }
    if (left instanceof Expression.Grouping group && group.items().size() > 1) {
      throw tokens.unexpected();
    }
    return left;
  }

  private Expression match() {
    Expression left = comparison();
    while (tokens.peek().is("~") || tokens.peek().is("!~")) {
      boolean isNegated = tokens.next().is("!~");
      left = new Expression.Match(left, isNegated, comparison());
    }
    return left;
  }

  private Expression comparison() {
    Expression left = concatenation();
    Token token = tokens.peek();
    boolean isComparison =
        token.kind() == Token.Kind.OPERATOR && COMPARISONS.contains(token.text());
    if (!isComparison || token.is(">") && greaterIsRedirection) {
      return left;
    }
    tokens.next();
    return new Expression.Compare(left, token.text(), concatenation());
  }

  private Expression concatenation() {
    Expression left = additive();
    while (startsOperand(tokens.peek())) {
      left = new Expression.Concatenate(left, additive());
    }
    return left;
  }

  private boolean startsOperand(Token token) {
    return switch (token.kind()) {
      case NUMBER, STRING, REGEX, CALL -> true;
      case NAME -> !token.text().equals("in");
      case OPERATOR ->
          token.is("$")
              || token.is("!")
              || token.is("(")
              || token.is("-")
              || token.is("+")
              || token.is("++")
              || token.is("--");
      default -> false;
    };
  }

  private Expression additive() {
    Expression left = multiplicative();
    while (tokens.peek().is("+") || tokens.peek().is("-")) {
      String operator = tokens.next().text();
      left = new Expression.Arithmetic(left, operator, multiplicative());
    }
    return left;
  }

  private Expression multiplicative() {
    Expression left = unary();
    while (tokens.peek().is("*") || tokens.peek().is("/") || tokens.peek().is("%")) {
      String operator = tokens.next().text();
      left = new Expression.Arithmetic(left, operator, unary());
    }
    return left;
  }

  private Expression unary() {
    tokens.enter();
    Expression result;
    if (tokens.accept("!")) {
      result = not();
    } else if (tokens.accept("-")) {
      result = new Expression.Negate(unary());
    } else if (tokens.accept("+")) {
      result = new Expression.Plus(unary());
    } else {
      result = power();
    }
    tokens.leave();
    return result;
  }

  /** {@code ! x ~ y} negates the match, as in gawk. */
  private Expression not() {
    Expression operand = unary();
    if (tokens.peek().is("~") || tokens.peek().is("!~")) {
      boolean isNegated = tokens.next().is("!~");
      operand = new Expression.Match(operand, isNegated, comparison());
    }
    return new Expression.Not(operand);
  }

  private Expression power() {
    Expression base = step();
    if (!tokens.accept("^") && !tokens.accept("**")) {
      return base;
    }
    boolean isNegative = tokens.accept("-");
    Expression exponent = isNegative ? new Expression.Negate(power()) : power();
    return new Expression.Arithmetic(base, "^", exponent);
  }

  Expression step() {
    if (tokens.peek().is("++") || tokens.peek().is("--")) {
      int by = tokens.next().is("++") ? 1 : -1;
      if (!(operands.primary() instanceof Expression.Place place)) {
        throw tokens.unexpected();
      }
      return new Expression.Step(place, by, true);
    }
    Expression operand = operands.primary();
    if (operand instanceof Expression.Place place) {
      if (tokens.accept("++")) {
        return new Expression.Step(place, 1, false);
      }
      if (tokens.accept("--")) {
        return new Expression.Step(place, -1, false);
      }
    }
    return operand;
  }
}
