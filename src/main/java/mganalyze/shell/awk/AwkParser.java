package mganalyze.shell.awk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mganalyze.shell.UnsupportedCommandException;

/** Reads a program: rules and statements. */
final class AwkParser {
  private static final Statement NOTHING = new Statement.Block(List.of());
  private final Tokens tokens;
  private final ExpressionParser expressions;

  private AwkParser(String text) {
    this.tokens = new Tokens(new Lexer(text).tokens());
    this.expressions = new ExpressionParser(tokens);
  }

  /** Throws {@link AwkSyntaxException}. */
  static AwkProgram parse(String text) {
    return new AwkParser(text).program();
  }

  private AwkProgram program() {
    List<Statement> begin = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    List<Statement> end = new ArrayList<>();
    tokens.skipTerminators();
    while (tokens.peek().kind() != Token.Kind.END) {
      if (tokens.peek().isWord("function") || tokens.peek().isWord("func")) {
        throw new UnsupportedCommandException("awk function");
      }
      if (tokens.acceptWord("BEGIN")) {
        begin.add(block());
      } else if (tokens.acceptWord("END")) {
        end.add(block());
      } else {
        rules.add(rule(rules.size()));
      }
      tokens.skipTerminators();
    }
    return new AwkProgram(begin, rules, end);
  }

  private Rule rule(int number) {
    Optional<Expression> pattern = Optional.empty();
    Optional<Expression> until = Optional.empty();
    if (!tokens.peek().is("{")) {
      pattern = Optional.of(expressions.expression());
      if (tokens.accept(",")) {
        tokens.skipNewlines();
        until = Optional.of(expressions.expression());
      }
    }
    boolean hasAction = tokens.peek().is("{");
    boolean isEnded =
        hasAction
            || tokens.peek().kind() == Token.Kind.END
            || tokens.peek().kind() == Token.Kind.NEWLINE
            || tokens.peek().is(";");
    if (!isEnded) {
      throw tokens.unexpected();
    }
    Statement action = hasAction ? block() : new Statement.Print(List.of(), false);
    return new Rule(pattern, until, action, number);
  }

  private Statement block() {
    tokens.expect("{");
    tokens.enter();
    List<Statement> statements = new ArrayList<>();
    tokens.skipTerminators();
    while (!tokens.accept("}")) {
      statements.add(statement());
      tokens.skipTerminators();
    }
    tokens.leave();
    return new Statement.Block(statements);
  }

  /** The body of a loop or condition. */
  private Statement body() {
    tokens.skipNewlines();
    if (tokens.accept(";")) {
      return NOTHING;
    }
    return statement();
  }

  private Statement statement() {
    tokens.enter();
    Statement statement = unguarded();
    tokens.leave();
    return statement;
  }

  private Statement unguarded() {
    if (tokens.peek().is("{")) {
      return block();
    }
    if (tokens.acceptWord("if")) {
      return ifStatement();
    }
    if (tokens.acceptWord("while")) {
      Expression condition = condition();
      return new Statement.Loop(NOTHING, condition, NOTHING, body(), false);
    }
    if (tokens.acceptWord("do")) {
      return doStatement();
    }
    if (tokens.acceptWord("for")) {
      return forStatement();
    }
    Statement simple = simple();
    boolean isEnded =
        tokens.peek().is(";")
            || tokens.peek().is("}")
            || tokens.peek().kind() == Token.Kind.NEWLINE
            || tokens.peek().kind() == Token.Kind.END;
    if (!isEnded) {
      throw tokens.unexpected();
    }
    if (!tokens.peek().is("}")) {
      tokens.accept(";");
    }
    return simple;
  }

  private Expression condition() {
    tokens.expect("(");
    tokens.skipNewlines();
    Expression condition = expressions.expression();
    tokens.skipNewlines();
    tokens.expect(")");
    return condition;
  }

  private Statement ifStatement() {
    Expression condition = condition();
    Statement yes = body();
    int ahead = 0;
    while (tokens.peek(ahead).kind() == Token.Kind.NEWLINE || tokens.peek(ahead).is(";")) {
      ahead++;
    }
    if (!tokens.peek(ahead).isWord("else")) {
      return new Statement.If(condition, yes, NOTHING);
    }
    tokens.skipTerminators();
    tokens.next();
    return new Statement.If(condition, yes, body());
  }

  private Statement doStatement() {
    Statement body = body();
    tokens.skipTerminators();
    if (!tokens.acceptWord("while")) {
      throw tokens.unexpected();
    }
    return new Statement.Loop(NOTHING, condition(), NOTHING, body, true);
  }

  private Statement forStatement() {
    tokens.expect("(");
    boolean isForIn =
        tokens.peek().kind() == Token.Kind.NAME
            && tokens.peek(1).isWord("in")
            && tokens.peek(2).kind() == Token.Kind.NAME
            && tokens.peek(3).is(")");
    if (isForIn) {
      String variable = tokens.name();
      tokens.next();
      String array = tokens.name();
      tokens.expect(")");
      return new Statement.ForIn(variable, array, body());
    }
    Statement first = tokens.peek().is(";") ? NOTHING : simple();
    tokens.expect(";");
    tokens.skipNewlines();
    Expression condition =
        tokens.peek().is(";") ? new Expression.Constant(Value.ONE) : expressions.expression();
    tokens.expect(";");
    tokens.skipNewlines();
    Statement each = tokens.peek().is(")") ? NOTHING : simple();
    tokens.expect(")");
    return new Statement.Loop(first, condition, each, body(), false);
  }

  private Statement simple() {
    Token token = tokens.peek();
    if (token.isWord("print") || token.isWord("printf")) {
      tokens.next();
      return new PrintParser(tokens, expressions).parse(token.text().equals("printf"));
    }
    if (token.isWord("next") || token.isWord("break") || token.isWord("continue")) {
      tokens.next();
      return new Statement.Leave(Flow.valueOf(token.text().toUpperCase(Locale.ROOT)));
    }
    if (tokens.acceptWord("exit")) {
      return new Statement.Exit(
          tokens.atSimpleEnd() ? List.of() : List.of(expressions.expression()));
    }
    if (tokens.acceptWord("delete")) {
      boolean hasParenthesis = tokens.accept("(");
      String array = tokens.name();
      Statement delete =
          new Statement.Delete(array, tokens.accept("[") ? expressions.arguments("]") : List.of());
      if (hasParenthesis) {
        tokens.expect(")");
      }
      return delete;
    }
    for (String word : new String[] {"getline", "nextfile", "return", "switch"}) {
      if (token.isWord(word)) {
        throw new UnsupportedCommandException("awk " + word);
      }
    }
    Statement statement = new Statement.Evaluate(expressions.expression());
    tokens.refusePipe();
    return statement;
  }
}
