package mganalyze.shell.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import mganalyze.shell.Invocation;
import mganalyze.shell.LimitExceededException;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.Utf8;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** One run of a program over its input. */
final class JqRun {
  private static final int ERROR_STATUS = 5;
  private static final int PARSE_ERROR_STATUS = 4; // of jq 1.6; others exit with 2
  private static final int NOTHING_STATUS = 4;
  private final JqSettings settings;
  private final Invocation call;
  private final JsonInput input;
  private final JsonPrinter printer;
  private JsonNode last;
  private int errorStatus;

  JqRun(JqSettings settings, Invocation call) {
    this.settings = settings;
    this.call = call;
    this.input = JsonInput.of(call, settings);
    this.printer =
        new JsonPrinter(
            settings.indent(), settings.sortsKeys(), settings.escapesUnicode(), call.outputLimit());
  }

  int run() throws IOException {
    JqScope.limit(call.budget());
    try {
      runAll();
    } catch (JsonInput.BadInputException e) {
      call.complain("parse error: " + e.getMessage());
      return PARSE_ERROR_STATUS;
    } finally {
      JqScope.limit(null);
    }
    return status();
  }

  private int status() {
    if (errorStatus != 0 || !settings.setsStatus()) {
      return errorStatus;
    }
    if (last == null) {
      return NOTHING_STATUS;
    }
    return last.isNull() || last.isBoolean() && !last.booleanValue() ? 1 : 0;
  }

  private void runAll() throws IOException {
    Scope scope = scope();
    if (settings.hasNoInput()) {
      apply(scope, NullNode.getInstance());
    } else if (settings.slurps() && !settings.readsLines()) {
      apply(scope, slurp());
    } else {
      while (input.hasNext()) {
        call.budget().step();
        apply(scope, input.next());
      }
    }
  }

  private ArrayNode slurp() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    while (input.hasNext()) {
      all.add(input.next());
    }
    return all;
  }

  private Scope scope() {
    Scope scope = Scope.newChildScope(JqScope.root());
    settings.variables().forEach(scope::setValue);
    scope.addFunction(
        "now",
        0,
        (s, arguments, in, path, output, version) ->
            output.emit(DoubleNode.valueOf(call.now().toEpochMilli() / 1000.0), null));
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
        "debug",
        0,
        (s, arguments, in, path, output, version) -> {
          debug(in);
          output.emit(in, path);
        });
    return scope;
  }

  private void debug(JsonNode value) throws JsonQueryException {
    try {
      call.complain(
          "[\"DEBUG:\"," + new JsonPrinter(0, false, false, call.outputLimit()).print(value) + "]");
    } catch (IOException e) {
      throw new JsonQueryException(e);
    }
  }

  private void apply(Scope scope, JsonNode value) throws IOException {
    try {
      settings.query().apply(scope, value, this::print);
    } catch (JsonQueryException e) {
      if (e.getCause() instanceof IOException io && !(io instanceof JsonQueryException)) {
        throw io;
      }
      fail(e);
    }
  }

  private void fail(JsonQueryException e) throws IOException {
    String message = Jq.firstLine(e);
    if (message.matches("Function .* does not exist")) {
      throw new UnsupportedCommandException("jq: " + message);
    }
    String where = settings.hasNoInput() ? "<unknown>" : "<stdin>:" + input.line();
    call.complain("jq: error (at " + where + "): " + message);
    errorStatus = ERROR_STATUS;
  }

  private void print(JsonNode value) throws JsonQueryException {
    try {
      last = value;
      boolean isBare = settings.isRaw() && value instanceof TextNode;
      String text = isBare ? value.textValue() : printer.print(value);
      if (text.length() > call.outputLimit()) {
        // Its bytes would be a second copy of what is too long already.
        throw new LimitExceededException(
            "stopped after " + call.outputLimit() + " bytes of output");
      }
      Utf8.write(call.out(), settings.joins() ? text : text + "\n");
    } catch (IOException e) {
      throw new JsonQueryException(e);
    }
  }
}
