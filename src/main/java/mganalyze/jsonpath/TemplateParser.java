package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import mganalyze.jsonpath.TemplateToken.Kind;

/** Text to statements, with Go's error messages. */
final class TemplateParser {

  private static final int DEEPEST = 100;

  private final TemplateLexer lexer;
  private List<TemplateToken> tokens = List.of();
  private int next;
  private int depth;
  private int ranges;

  /** The word that ended the list of statements: {@code end}, {@code else} or empty. */
  private String ending = "";

  private TemplateParser(String template) {
    this.lexer = new TemplateLexer(template);
  }

  static List<Statement> parse(String template) {
    TemplateParser parser = new TemplateParser(template);
    List<Statement> statements = parser.parseStatements();
    if (!parser.ending.isEmpty()) {
      throw new GoTemplateException("unexpected {{" + parser.ending + "}}");
    }
    return statements;
  }

  private List<Statement> parseStatements() {
    if (++depth > DEEPEST) {
      throw new GoTemplateException("nested too deep");
    }
    List<Statement> statements = new ArrayList<>();
    ending = "";
    while (!lexer.isAtEnd() && ending.isEmpty()) {
      String text = lexer.text();
      if (!text.isEmpty()) {
        statements.add(new Statement.Text(text));
      }
      if (!lexer.isAtEnd()) {
        tokens = lexer.action();
        next = 0;
        if (!tokens.isEmpty()) {
          parseAction(statements);
        }
      }
    }
    depth--;
    return statements;
  }

  private void parseAction(List<Statement> statements) {
    TemplateToken first = tokens.get(0);
    String word = first.is(Kind.WORD) ? first.text() : "";
    switch (word) {
      case "end", "else" -> {
        next++;
        ending = word;
      }
      case "if", "with" -> {
        next++;
        statements.add(parseCondition(word));
      }
      case "range" -> {
        next++;
        statements.add(parseRange());
      }
      case "break", "continue" -> {
        next++;
        expectEnd(word);
        if (ranges == 0) {
          throw new GoTemplateException("{{" + word + "}} outside {{range}}");
        }
        boolean isBreak = word.equals("break");
        statements.add(
            new Statement.Jump(isBreak ? Statement.Flow.BREAK : Statement.Flow.CONTINUE));
      }
      case "define", "template", "block" -> throw GoTemplateException.unsupported(word);
      default -> statements.add(new Statement.Action(parsePipeline("command")));
    }
  }

  private Statement parseCondition(String word) {
    Expression.Pipeline pipeline = parsePipeline(word);
    List<Statement> body = parseBody();
    List<Statement> otherwise = List.of();
    if (ending.equals("else")) {
      TemplateToken token = tokens.get(next);
      if (token.isWord(word)) {
        next++;
        if (++depth > DEEPEST) {
          throw new GoTemplateException("nested too deep");
        }
        otherwise = List.of(parseCondition(word));
        depth--;
      } else {
        expectEnd("else");
        otherwise = parseLastBody();
      }
    } else {
      expectEnd("end");
    }
    ending = "";
    return new Statement.Condition(pipeline, word.equals("with"), body, otherwise);
  }

  private Statement parseRange() {
    Expression.Pipeline pipeline = parsePipeline("range");
    ranges++;
    List<Statement> body = parseBody();
    ranges--;
    List<Statement> otherwise = List.of();
    expectEnd(ending);
    if (ending.equals("else")) {
      otherwise = parseLastBody();
    }
    ending = "";
    return new Statement.Range(pipeline, body, otherwise);
  }

  private List<Statement> parseBody() {
    List<Statement> body = parseStatements();
    if (ending.isEmpty()) {
      throw new GoTemplateException("unexpected EOF");
    }
    return body;
  }

  private List<Statement> parseLastBody() {
    List<Statement> body = parseBody();
    if (ending.equals("else")) {
      throw new GoTemplateException("expected end; found {{else}}");
    }
    expectEnd("end");
    return body;
  }

  private void expectEnd(String context) {
    if (!tokens.get(next).is(Kind.END)) {
      throw new GoTemplateException("unexpected <" + tokens.get(next).text() + "> in " + context);
    }
  }

  private Expression.Pipeline parsePipeline(String context) {
    List<String> variables = new ArrayList<>();
    boolean isAssignment = parseVariables(variables, context);
    Expression.Pipeline pipeline = parseCommands(variables, isAssignment, context);
    expectEnd(context);
    return pipeline;
  }

  /** Variables in front of {@code :=} or {@code =}; gives whether it is {@code =}. */
  private boolean parseVariables(List<String> variables, String context) {
    int i = next;
    while (tokens.get(i).is(Kind.VARIABLE)) {
      variables.add(tokens.get(i).text());
      TemplateToken sign = tokens.get(i + 1);
      if (sign.isSign(":=") || sign.isSign("=")) {
        if (variables.size() > (context.equals("range") ? 2 : 1)) {
          throw new GoTemplateException("too many declarations in " + context);
        }
        next = i + 2;
        return sign.isSign("=");
      }
      if (!sign.isSign(",")) {
        break;
      }
      i += 2;
    }
    variables.clear();
    return false;
  }

  private Expression.Pipeline parseCommands(
      List<String> variables, boolean isAssignment, String context) {
    List<Expression> commands = new ArrayList<>();
    do {
      if (!commands.isEmpty()) {
        next++;
      }
      commands.add(parseCommand(context));
    } while (tokens.get(next).isSign("|"));
    return new Expression.Pipeline(variables, isAssignment, commands);
  }

  private Expression parseCommand(String context) {
    TemplateToken first = tokens.get(next);
    if (isEndOfCommand(first)) {
      throw new GoTemplateException("missing value for " + context);
    }
    boolean isCall = isFunction(first);
    if (isCall) {
      next++;
    } else if (first.isWord("nil")) {
      throw new GoTemplateException("nil is not a command");
    }
    Expression head = isCall ? null : parseOperand();
    List<Expression> arguments = new ArrayList<>();
    while (!isEndOfCommand(tokens.get(next))) {
      arguments.add(parseOperand());
    }
    if (isCall) {
      return new Expression.Call(first.text(), arguments);
    }
    if (!arguments.isEmpty()) {
      throw new GoTemplateException(
          head instanceof Expression.Member member
              ? member.name() + " is not a method but has arguments"
              : "can't give argument to non-function " + first.text());
    }
    return head;
  }

  private static boolean isEndOfCommand(TemplateToken token) {
    return token.is(Kind.END) || token.isSign("|") || token.isSign(")");
  }

  private static boolean isFunction(TemplateToken token) {
    if (!token.is(Kind.WORD)) {
      return false;
    }
    switch (token.text()) {
      case "true", "false", "nil":
        return false;
      default:
        TemplateFunctions.checkName(token.text());
        return true;
    }
  }

  private Expression parseOperand() {
    TemplateToken token = tokens.get(next++);
    Expression operand = parseTerm(token);
    int members = 0;
    while (tokens.get(next).is(Kind.FIELD) && !tokens.get(next).isSpaced()) {
      boolean hasFields =
          token.is(Kind.FIELD)
              || token.is(Kind.VARIABLE)
              || token.isSign("(")
              || token.is(Kind.WORD);
      if (!hasFields) {
        throw new GoTemplateException("unexpected . after term \"" + token.text() + "\"");
      }
      if (++members > DEEPEST) {
        throw new GoTemplateException("nested too deep");
      }
      operand = new Expression.Member(operand, tokens.get(next++).text().substring(1));
    }
    if (tokens.get(next).is(Kind.DOT) && !tokens.get(next).isSpaced()) {
      throw new GoTemplateException("unexpected <.> in operand");
    }
    return operand;
  }

  private Expression parseTerm(TemplateToken token) {
    return switch (token.kind()) {
      case DOT -> new Expression.Dot();
      case FIELD -> new Expression.Member(new Expression.Dot(), token.text().substring(1));
      case VARIABLE -> new Expression.Variable(token.text());
      case NUMBER -> new Expression.Constant(number(token.text()));
      case TEXT, RAW_TEXT, CHARACTER -> new Expression.Constant(quoted(token));
      case WORD -> parseWord(token);
      default -> {
        if (!token.isSign("(")) {
          throw new GoTemplateException("unexpected \"" + token.text() + "\" in operand");
        }
        yield parseParenthesis();
      }
    };
  }

  private Expression parseWord(TemplateToken token) {
    return switch (token.text()) {
      case "true" -> new Expression.Constant(BooleanNode.TRUE);
      case "false" -> new Expression.Constant(BooleanNode.FALSE);
      case "nil" -> new Expression.Constant(NullNode.instance);
      default -> {
        TemplateFunctions.checkName(token.text());
        yield new Expression.Call(token.text(), List.of());
      }
    };
  }

  private Expression parseParenthesis() {
    if (++depth > DEEPEST) {
      throw new GoTemplateException("nested too deep");
    }
    Expression inner = parseCommands(List.of(), false, "parenthesized pipeline");
    if (!tokens.get(next).isSign(")")) {
      throw new GoTemplateException("unclosed left paren");
    }
    next++;
    depth--;
    return inner;
  }

  private static JsonNode quoted(TemplateToken token) {
    String text = token.text();
    if (token.is(Kind.RAW_TEXT)) {
      return TextNode.valueOf(text.substring(1, text.length() - 1));
    }
    String value = GoQuotes.unquote(text);
    if (token.is(Kind.CHARACTER)) {
      if (value == null || value.codePointCount(0, value.length()) != 1) {
        throw new GoTemplateException("malformed character constant: " + text);
      }
      return LongNode.valueOf(value.codePointAt(0));
    }
    if (value == null) {
      throw new GoTemplateException("invalid syntax");
    }
    return TextNode.valueOf(value);
  }

  private static JsonNode number(String text) {
    try {
      return LongNode.valueOf(Long.decode(text.replace("_", "")));
    } catch (NumberFormatException notAnInteger) {
      try {
        double value = Double.parseDouble(text);
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e18;
        return isWhole && text.indexOf('.') < 0
            ? LongNode.valueOf((long) value)
            : DoubleNode.valueOf(value);
      } catch (NumberFormatException e) {
        throw new GoTemplateException("bad number syntax: \"" + text + "\"");
      }
    }
  }
}
