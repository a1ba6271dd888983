package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mganalyze.jsonpath.TemplateToken.Kind;

/** The words between one pair of braces to expressions. */
final class PipelineParser {

  private static final int DEEPEST = 100;

  private final List<TemplateToken> tokens;
  private int next;
  private int depth;

  PipelineParser(List<TemplateToken> tokens) {
    this.tokens = tokens;
  }

  /** The first word if it is a plain one, such as {@code range}; else empty. */
  String keyword() {
    return tokens.get(0).is(Kind.WORD) ? tokens.get(0).text() : "";
  }

  void skipWord() {
    next++;
  }

  boolean isNextWord(String word) {
    return tokens.get(next).isWord(word);
  }

  /** Fails if there is another word. */
  void expectEnd(String context) {
    if (!tokens.get(next).is(Kind.END)) {
      throw new GoTemplateException("unexpected <" + tokens.get(next).text() + "> in " + context);
    }
  }

  /** All words that are left. */
  Expression.Pipeline parsePipeline(String context) {
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
    if (isFunction(first)) {
      next++;
      return new Expression.Call(first.text(), parseArguments());
    }
    if (first.isWord("nil")) {
      throw new GoTemplateException("nil is not a command");
    }
    Expression head = parseOperand();
    if (!parseArguments().isEmpty()) {
      throw new GoTemplateException(
          head instanceof Expression.Member member
              ? member.name() + " is not a method but has arguments"
              : "can't give argument to non-function " + first.text());
    }
    return head;
  }

  private List<Expression> parseArguments() {
    List<Expression> arguments = new ArrayList<>();
    while (!isEndOfCommand(tokens.get(next))) {
      arguments.add(parseOperand());
    }
    return arguments;
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
    Optional<String> value = GoQuotes.unquote(text);
    if (token.is(Kind.CHARACTER)) {
      if (value.isEmpty() || value.get().codePointCount(0, value.get().length()) != 1) {
        throw new GoTemplateException("malformed character constant: " + text);
      }
      return LongNode.valueOf(value.get().codePointAt(0));
    }
    if (value.isEmpty()) {
      throw new GoTemplateException("invalid syntax");
    }
    return TextNode.valueOf(value.get());
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
