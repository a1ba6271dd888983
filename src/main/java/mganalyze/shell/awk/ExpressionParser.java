package mganalyze.shell.awk;

import java.util.ArrayList;
import java.util.List;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.regex.Regex;
import mganalyze.shell.regex.Syntax;

/** Reads expressions, by awk's precedence. */
final class ExpressionParser {
  private static final List<String> ASSIGNMENTS =
      List.of("=", "+=", "-=", "*=", "/=", "%=", "^=", "**=");
  private static final List<String> COMPARISONS = List.of("<", "<=", "==", "!=", ">", ">=");
  private final Tokens tokens;
  private final boolean[] greaterIsRedirection = {false};

  ExpressionParser(Tokens tokens) {
    this.tokens = tokens;
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
    boolean outer = greaterIsRedirection[0];
    greaterIsRedirection[0] = true;
    Expression expression = expression();
    greaterIsRedirection[0] = outer;
    return expression;
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
    if (!isComparison || token.is(">") && greaterIsRedirection[0]) {
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

  private Expression step() {
    if (tokens.peek().is("++") || tokens.peek().is("--")) {
      int by = tokens.next().is("++") ? 1 : -1;
      if (!(primary() instanceof Expression.Place place)) {
        throw tokens.unexpected();
      }
      return new Expression.Step(place, by, true);
    }
    Expression operand = primary();
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

  private Expression primary() {
    Token token = tokens.next();
    return switch (token.kind()) {
      case NUMBER -> new Expression.Constant(number(token));
      case STRING -> new Expression.Constant(Value.ofText(token.text()));
      case REGEX -> new Expression.RegexLiteral(Regex.compile(token.text(), Syntax.AWK, false));
      case CALL -> call(token);
      case NAME -> nameOrElement(token);
      case OPERATOR -> {
        if (token.is("$")) {
          yield field();
        }
        if (token.is("(")) {
          yield grouping();
        }
        throw new AwkSyntaxException(token);
      }
      default -> throw new AwkSyntaxException(token);
    };
  }

  private static Value number(Token token) {
    return Value.number(Numbers.prefix(token.text()));
  }

  private Expression field() {
    tokens.enter();
    Expression number;
    if (tokens.peek().is("++") || tokens.peek().is("--")) {
      number = step();
    } else if (tokens.accept("-")) {
      number = new Expression.Negate(primary());
    } else {
      number = primary();
    }
    tokens.leave();
    return new Expression.Field(number);
  }

  private Expression grouping() {
    boolean outer = greaterIsRedirection[0];
    greaterIsRedirection[0] = false;
    List<Expression> items = new ArrayList<>();
    do {
      tokens.skipNewlines();
      items.add(expression());
      tokens.skipNewlines();
    } while (tokens.accept(","));
    tokens.expect(")");
    greaterIsRedirection[0] = outer;
    return new Expression.Grouping(items);
  }

  private Expression nameOrElement(Token token) {
    String name = token.text();
    if (name.equals("getline") || name.equals("function") || name.equals("func")) {
      throw new UnsupportedCommandException("awk " + name);
    }
    if (name.equals("length")) {
      return new Function("length", List.of());
    }
    if (Tokens.isReserved(name)) {
      throw new AwkSyntaxException(token);
    }
    if (!tokens.accept("[")) {
      return new Expression.Variable(name);
    }
    return new Expression.Element(name, arguments("]"));
  }

  List<Expression> arguments(String close) {
    boolean outer = greaterIsRedirection[0];
    greaterIsRedirection[0] = false;
    List<Expression> arguments = new ArrayList<>();
    tokens.skipNewlines();
    while (!tokens.accept(close)) {
      arguments.add(expression());
      tokens.skipNewlines();
      if (!tokens.peek().is(close)) {
        tokens.expect(",");
        tokens.skipNewlines();
      }
    }
    greaterIsRedirection[0] = outer;
    return arguments;
  }

  private Expression call(Token token) {
    String name = token.text();
    if (Tokens.isReserved(name)) {
      throw new AwkSyntaxException(token);
    }
    int[] arity = Function.arity(name);
    if (arity == null) {
      throw new UnsupportedCommandException("awk " + name + "()");
    }
    tokens.expect("(");
    List<Expression> arguments = arguments(")");
    if (arguments.size() < arity[0] || arguments.size() > arity[1]) {
      throw new AwkSyntaxException(token);
    }
    int array = name.equals("split") ? 1 : name.equals("match") ? 2 : -1;
    if (array >= 0 && array < arguments.size()) {
      if (!(arguments.get(array) instanceof Expression.Variable variable)) {
        throw new AwkSyntaxException(token);
      }
      tokens.array(variable.name());
      arguments.set(array, new Function.ArrayName(variable.name()));
    }
    boolean mayMeasureArray =
        name.equals("length")
            && arguments.size() == 1
            && arguments.get(0) instanceof Expression.Variable variable
            && tokens.isArray(variable.name());
    if (mayMeasureArray) {
      Expression.Variable variable = (Expression.Variable) arguments.get(0);
      arguments.set(0, new Function.ArrayName(variable.name()));
    }
    return new Function(name, arguments);
  }
}
