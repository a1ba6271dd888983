package mganalyze.shell.awk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.regex.Regex;
import mganalyze.shell.regex.Syntax;

/** Reads what operators stand between: constants, names, fields, calls, parentheses. */
final class OperandParser {
  /** What gawk gives a meaning that is not kept here. */
  private static final Set<String> REFUSED =
      Set.of(
          "getline",
          "function",
          "func",
          "ENVIRON",
          "ERRNO",
          "FIELDWIDTHS",
          "FPAT",
          "FUNCTAB",
          "IGNORECASE",
          "PROCINFO",
          "RT",
          "SYMTAB");

  private final Tokens tokens;
  private final ExpressionParser expressions;

  OperandParser(Tokens tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  Expression primary() {
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

  /** Whether a variable of this name does more in gawk than to hold a value. */
  static boolean isRefused(String variable) {
    return REFUSED.contains(variable);
  }

  private static Value number(Token token) {
    return Value.number(Numbers.prefix(token.text()));
  }

  private Expression field() {
    tokens.enter();
    Expression number;
    if (tokens.peek().is("++") || tokens.peek().is("--")) {
      number = expressions.step();
    } else if (tokens.accept("-")) {
      number = new Expression.Negate(primary());
    } else {
      number = primary();
    }
    tokens.leave();
    return new Expression.Field(number);
  }

  private Expression grouping() {
    return new Expression.Grouping(expressions.bracketed(this::items));
  }

  private List<Expression> items() {
    List<Expression> items = new ArrayList<>();
    do {
      tokens.skipNewlines();
      items.add(expressions.expression());
      tokens.skipNewlines();
    } while (tokens.accept(","));
    tokens.expect(")");
    return items;
  }

  private Expression nameOrElement(Token token) {
    String name = token.text();
    if (REFUSED.contains(name)) {
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
    return expressions.bracketed(() -> argumentsUpTo(close));
  }

  private List<Expression> argumentsUpTo(String close) {
    List<Expression> arguments = new ArrayList<>();
    tokens.skipNewlines();
    while (!tokens.accept(close)) {
      arguments.add(expressions.expression());
      tokens.skipNewlines();
      if (!tokens.peek().is(close)) {
        tokens.expect(",");
        tokens.skipNewlines();
      }
    }
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
