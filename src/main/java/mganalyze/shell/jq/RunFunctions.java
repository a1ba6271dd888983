package mganalyze.shell.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import mganalyze.shell.Invocation;
import mganalyze.shell.Utf8;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** Functions that belong to one run: they read its input, write to its streams or end it. */
final class RunFunctions {
  private static final int ERROR_STATUS = 5;

  private final Invocation call;
  private final JsonInput input;

  RunFunctions(Invocation call, JsonInput input) {
    this.call = call;
    this.input = input;
  }

  void addTo(Scope scope) {
    scope.addFunction(
        "now",
        0,
        (s, arguments, in, path, output, version) ->
            output.emit(DoubleNode.valueOf(call.now().toEpochMilli() / 1000.0), null));
    addInput(scope);
    addMessages(scope);
    scope.addFunction("halt", 0, (s, arguments, in, path, output, version) -> halt(0));
    scope.addFunction(
        "halt_error",
        0,
        (s, arguments, in, path, output, version) -> haltSaying(in, IntNode.valueOf(ERROR_STATUS)));
    scope.addFunction(
        "halt_error",
        1,
        (s, arguments, in, path, output, version) ->
            arguments.get(0).apply(s, in, status -> haltSaying(in, status)));
  }

  private void addInput(Scope scope) {
    scope.addFunction(
        "input",
        0,
        (s, arguments, in, path, output, version) -> {
          if (!input.hasNext()) {
            throw new JsonQueryException("No more inputs");
          }
          output.emit(input.next(), null);
        });
    scope.addFunction(
        "inputs",
        0,
        (s, arguments, in, path, output, version) -> {
          while (input.hasNext()) {
            call.budget().step();
            output.emit(input.next(), null);
          }
        });
    scope.addFunction(
        "input_line_number",
        0,
        (s, arguments, in, path, output, version) ->
            output.emit(IntNode.valueOf(input.line()), null));
  }

  private void addMessages(Scope scope) {
    scope.addFunction(
        "debug",
        0,
        (s, arguments, in, path, output, version) -> {
          debug(in);
          output.emit(in, path);
        });
    scope.addFunction(
        "debug",
        1,
        (s, arguments, in, path, output, version) -> {
          arguments.get(0).apply(s, in, this::debug);
          output.emit(in, path);
        });
    scope.addFunction(
        "stderr",
        0,
        (s, arguments, in, path, output, version) -> {
          say(json(in));
          output.emit(in, path);
        });
  }

  private void debug(JsonNode value) throws JsonQueryException {
    say("[\"DEBUG:\"," + json(value) + "]\n");
  }

  private void haltSaying(JsonNode in, JsonNode status) throws JsonQueryException {
    if (!status.isNumber()) {
      throw new JsonQueryException("halt_error/1: number required");
    }
    say(in.isTextual() ? in.textValue() : json(in) + "\n");
    halt(status.intValue());
  }

  private static void halt(int status) {
    // Only its last byte is an exit status.
    throw new HaltException(status & 0xFF);
  }

  private String json(JsonNode value) {
    return new JsonPrinter(0, false, false, call.outputLimit()).print(value);
  }

  private void say(String text) throws JsonQueryException {
    try {
      Utf8.write(call.err(), text);
    } catch (IOException e) {
      throw new JsonQueryException(e);
    }
  }
}
