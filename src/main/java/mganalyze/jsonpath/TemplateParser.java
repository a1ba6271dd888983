package mganalyze.jsonpath;

import java.util.ArrayList;
import java.util.List;

/** Text to statements, with Go's error messages. */
final class TemplateParser {

  private static final int DEEPEST = 100;

  private final TemplateLexer lexer;
  private PipelineParser words = new PipelineParser(List.of());
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
        List<TemplateToken> tokens = lexer.action();
        if (!tokens.isEmpty()) {
          words = new PipelineParser(tokens);
          parseAction(statements);
        }
      }
    }
    depth--;
    return statements;
  }

  private void parseAction(List<Statement> statements) {
    String word = words.keyword();
    switch (word) {
      case "end", "else" -> {
        words.skipWord();
        ending = word;
      }
      case "if", "with" -> {
        words.skipWord();
        statements.add(parseCondition(word));
      }
      case "range" -> {
        words.skipWord();
        statements.add(parseRange());
      }
      case "break", "continue" -> {
        words.skipWord();
        words.expectEnd(word);
        if (ranges == 0) {
          throw new GoTemplateException("{{" + word + "}} outside {{range}}");
        }
        boolean isBreak = word.equals("break");
        statements.add(
            new Statement.Jump(isBreak ? Statement.Flow.BREAK : Statement.Flow.CONTINUE));
      }
      case "define", "template", "block" -> throw GoTemplateException.unsupported(word);
      default -> statements.add(new Statement.Action(words.parsePipeline("command")));
    }
  }

  private Statement parseCondition(String word) {
    Expression.Pipeline pipeline = words.parsePipeline(word);
    List<Statement> body = parseBody();
    List<Statement> otherwise = List.of();
    if (ending.equals("else")) {
      if (words.isNextWord(word)) {
        words.skipWord();
        if (++depth > DEEPEST) {
          throw new GoTemplateException("nested too deep");
        }
        otherwise = List.of(parseCondition(word));
        depth--;
      } else {
        words.expectEnd("else");
        otherwise = parseLastBody();
      }
    } else {
      words.expectEnd("end");
    }
    ending = "";
    return new Statement.Condition(pipeline, word.equals("with"), body, otherwise);
  }

  private Statement parseRange() {
    Expression.Pipeline pipeline = words.parsePipeline("range");
    ranges++;
    List<Statement> body = parseBody();
    ranges--;
    List<Statement> otherwise = List.of();
    words.expectEnd(ending);
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
    words.expectEnd("end");
    return body;
  }
}
