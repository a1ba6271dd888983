package mganalyze.shell.awk;

import java.util.ArrayList;
import java.util.List;
import mganalyze.shell.UnsupportedCommandException;

/** Reads {@code print} and {@code printf}, whose arguments end at a {@code >}. */
final class PrintParser {
  private final Tokens tokens;
  private final ExpressionParser expressions;

  PrintParser(Tokens tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  /** Reads what is behind the word. */
  Statement parse(boolean isFormatted) {
    List<Expression> values = new ArrayList<>();
    boolean atEnd =
        tokens.atSimpleEnd()
            || tokens.peek().is(">")
            || tokens.peek().is(">>")
            || tokens.peek().is("|");
    if (!atEnd) {
      values.addAll(printArguments());
    }
    if (isFormatted && values.isEmpty()) {
      throw tokens.unexpected();
    }
    tokens.refusePipe();
    boolean toErrors = false;
    if (tokens.accept(">") || tokens.accept(">>")) {
      Token target = tokens.next();
      boolean isOutput = target.text().equals("/dev/stdout");
      toErrors = target.text().equals("/dev/stderr");
      if (target.kind() != Token.Kind.STRING || !isOutput && !toErrors) {
        throw new UnsupportedCommandException("awk print > " + target.text());
      }
    }
    return isFormatted
        ? new Statement.PrintFormatted(values, toErrors)
        : new Statement.Print(values, toErrors);
  }

  private List<Expression> printArguments() {
    if (tokens.peek().is("(") && closesPrint()) {
      tokens.next();
      return expressions.arguments(")");
    }
    List<Expression> values = new ArrayList<>();
    do {
      tokens.skipNewlines();
      values.add(expressions.printArgument());
    } while (tokens.accept(","));
    return values;
  }

  /** Whether the parenthesis here holds all arguments: {@code print (a, b) > "x"}. */
  private boolean closesPrint() {
    int depth = 0;
    int ahead = 0;
    while (tokens.peek(ahead).kind() != Token.Kind.END) {
      Token token = tokens.peek(ahead++);
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth == 0) {
        break;
      }
    }
    Token behind = tokens.peek(ahead);
    return behind.is(";")
        || behind.is("}")
        || behind.is(">")
        || behind.is(">>")
        || behind.is("|")
        || behind.kind() == Token.Kind.NEWLINE
        || behind.kind() == Token.Kind.END;
  }
}
