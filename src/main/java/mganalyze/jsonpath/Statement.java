package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import mganalyze.yaml.ByteOrder;

/** A part of a Go template: text, or what stands between its braces. */
sealed interface Statement {

  /** How a template goes on behind a statement. */
  enum Flow {
    NEXT,
    BREAK,
    CONTINUE
  }

  Flow run(Scope scope, JsonNode dot);

  static Flow runAll(List<Statement> statements, Scope scope, JsonNode dot) {
    int mark = scope.mark();
    Flow flow = Flow.NEXT;
    for (Statement statement : statements) {
      flow = statement.run(scope, dot);
      if (flow != Flow.NEXT) {
        break;
      }
    }
    scope.reset(mark);
    return flow;
  }

  /** Text as it is. */
  record Text(String text) implements Statement {
    @Override
    public Flow run(Scope scope, JsonNode dot) {
      scope.out.append(text);
      return Flow.NEXT;
    }
  }

  /** A value to print, or to keep in a variable. */
  record Action(Expression.Pipeline pipeline) implements Statement {
    @Override
    public Flow run(Scope scope, JsonNode dot) {
      scope.spend(1);
      JsonNode value = pipeline.eval(scope, dot);
      if (pipeline.variables().isEmpty()) {
        boolean isNothing = value.isNull() || value.isMissingNode();
        scope.out.append(isNothing ? "<no value>" : TemplateFunctions.print(value));
      }
      return Flow.NEXT;
    }
  }

  /** {@code if} or, where the value becomes the dot, {@code with}. */
  record Condition(
      Expression.Pipeline pipeline, boolean isWith, List<Statement> body, List<Statement> otherwise)
      implements Statement {

    public Condition {
      body = List.copyOf(body);
      otherwise = List.copyOf(otherwise);
    }

    @Override
    public Flow run(Scope scope, JsonNode dot) {
      int mark = scope.mark();
      JsonNode value = pipeline.eval(scope, dot);
      Flow flow =
          Scope.isTrue(value)
              ? runAll(body, scope, isWith ? value : dot)
              : runAll(otherwise, scope, dot);
      scope.reset(mark);
      return flow;
    }
  }

  /** {@code range}: over lists, and over maps in the order of their keys. */
  record Range(Expression.Pipeline pipeline, List<Statement> body, List<Statement> otherwise)
      implements Statement {

    public Range {
      body = List.copyOf(body);
      otherwise = List.copyOf(otherwise);
    }

    @Override
    public Flow run(Scope scope, JsonNode dot) {
      JsonNode value = pipeline.value(scope, dot);
      boolean isNothing = value.isNull() || value.isMissingNode();
      if (!isNothing && !value.isContainerNode()) {
        throw new GoTemplateException("range can't iterate over " + GoValue.print(value));
      }
      if (value.isEmpty()) {
        return runAll(otherwise, scope, dot);
      }
      if (value.isArray()) {
        for (int i = 0; i < value.size(); i++) {
          if (runOnce(scope, IntNode.valueOf(i), value.get(i)) == Flow.BREAK) {
            break;
          }
        }
      } else {
        for (String key : ByteOrder.keys(value)) {
          if (runOnce(scope, TextNode.valueOf(key), value.get(key)) == Flow.BREAK) {
            break;
          }
        }
      }
      return Flow.NEXT;
    }

    private Flow runOnce(Scope scope, JsonNode key, JsonNode element) {
      scope.spend(1);
      int mark = scope.mark();
      List<String> variables = pipeline.variables();
      if (!variables.isEmpty()) {
        set(scope, variables.get(variables.size() - 1), element);
      }
      if (variables.size() > 1) {
        set(scope, variables.get(0), key);
      }
      Flow flow = runAll(body, scope, element);
      scope.reset(mark);
      return flow;
    }

    private void set(Scope scope, String variable, JsonNode value) {
      if (pipeline.isAssignment()) {
        scope.assign(variable, value);
      } else {
        scope.declare(variable, value);
      }
    }
  }

  /** {@code break} or {@code continue}. */
  record Jump(Flow flow) implements Statement {
    @Override
    public Flow run(Scope scope, JsonNode dot) {
      return flow;
    }
  }
}
