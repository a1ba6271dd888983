package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import mganalyze.finding.Nullable;

/**
 * What yields a value in a Go template. A key that a map does not have is a missing node, which
 * takes further fields; JSON's null is a null node, which does not.
 */
sealed interface Expression {

  JsonNode eval(Scope scope, JsonNode dot);

  /** A number, a text, {@code true} or {@code nil}. */
  record Constant(JsonNode value) implements Expression {
    @Override
    public JsonNode eval(Scope scope, JsonNode dot) {
      return value;
    }
  }

  /** {@code .} alone. */
  record Dot() implements Expression {
    @Override
    public JsonNode eval(Scope scope, JsonNode dot) {
      return dot;
    }
  }

  /** {@code $x}; {@code $} is the object. */
  record Variable(String name) implements Expression {
    @Override
    public JsonNode eval(Scope scope, JsonNode dot) {
      return scope.value(name);
    }
  }

  /** {@code .name} behind a value. */
  record Member(Expression of, String name) implements Expression {
    @Override
    public JsonNode eval(Scope scope, JsonNode dot) {
      JsonNode value = of.eval(scope, dot);
      if (value.isObject()) {
        JsonNode member = value.get(name);
        return member == null ? MissingNode.getInstance() : member;
      }
      if (value.isMissingNode()) {
        return value;
      }
      throw new GoTemplateException(
          value.isNull()
              ? "nil pointer evaluating interface {}." + name
              : "can't evaluate field " + name + " in type interface {}");
    }
  }

  /** A function with its arguments. */
  record Call(String function, List<Expression> arguments) implements Expression {

    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public JsonNode eval(Scope scope, JsonNode dot) {
      return eval(scope, dot, null);
    }

    /**
     * @param piped the last argument, from the command before; null if there is none
     */
    JsonNode eval(Scope scope, JsonNode dot, @Nullable JsonNode piped) {
      List<JsonNode> values = new ArrayList<>(arguments.size() + 1);
      boolean isOr = function.equals("or");
      for (Expression argument : arguments) {
        JsonNode value = argument.eval(scope, dot);
        values.add(value);
        if ((isOr || function.equals("and")) && Scope.isTrue(value) == isOr) {
          return value;
        }
      }
      if (piped != null) {
        values.add(piped);
      }
      scope.spend(values.size());
      return TemplateFunctions.call(function, values);
    }
  }

  /** {@code $x := a | b c}: each command is the last argument of the next one. */
  record Pipeline(List<String> variables, boolean isAssignment, List<Expression> commands)
      implements Expression {

    public Pipeline {
      variables = List.copyOf(variables);
      commands = List.copyOf(commands);
    }

    @Override
    public JsonNode eval(Scope scope, JsonNode dot) {
      JsonNode value = value(scope, dot);
      for (String variable : variables) {
        if (isAssignment) {
          scope.assign(variable, value);
        } else {
          scope.declare(variable, value);
        }
      }
      return value;
    }

    /** The value alone, for a range, which sets the variables itself. */
    JsonNode value(Scope scope, JsonNode dot) {
      JsonNode value = null;
      for (Expression command : commands) {
        if (command instanceof Call call) {
          value = call.eval(scope, dot, value);
        } else if (value == null) {
          value = command.eval(scope, dot);
        } else {
          throw new GoTemplateException("can't give argument to non-function");
        }
      }
      return value == null ? NullNode.instance : value;
    }
  }
}
