package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A Go template as {@code -o go-template} takes it: fields, variables, {@code if}, {@code range},
 * {@code with}, pipelines, and the functions of {@link TemplateFunctions}. Named templates are not
 * understood.
 */
public final class GoTemplate {

  private final List<Statement> statements;

  private GoTemplate(List<Statement> statements) {
    this.statements = List.copyOf(statements);
  }

  /**
   * Parses a template.
   *
   * @throws GoTemplateException with Go's reason, or naming what is not supported
   */
  public static GoTemplate parse(String template) {
    return new GoTemplate(TemplateParser.parse(template));
  }

  /**
   * What the template prints; nothing is added to its end.
   *
   * @throws GoTemplateException if it does not fit the object
   */
  public String print(JsonNode root) {
    Scope scope = new Scope(root);
    Statement.runAll(statements, scope, root);
    return scope.out.toString();
  }
}
