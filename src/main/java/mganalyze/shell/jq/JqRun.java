package mganalyze.shell.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mganalyze.shell.Invocation;
import mganalyze.shell.LimitExceededException;
import mganalyze.shell.Utf8;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.exception.JsonQueryUserException;

/** One run of a program over its input. */
final class JqRun {
  private static final int ERROR_STATUS = 5;
  private static final int PARSE_ERROR_STATUS = 4; // of jq 1.6; others exit with 2
  private static final int NOTHING_STATUS = 4;
  private static final int COMPILE_ERROR_STATUS = 3;
  private static final Pattern NO_FUNCTION = Pattern.compile("Function (\\S+/\\d+) does not exist");
  private static final Pattern NO_VARIABLE = Pattern.compile("\\$\\S+ is not defined");
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
    } catch (HaltException e) {
      return e.status();
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
    Scope scope = Scope.newChildScope(JqScope.root());
    settings.variables().forEach(scope::setValue);
    new RunFunctions(call, input).addTo(scope);
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
    // A message of the program's own may say anything.
    if (!(e instanceof JsonQueryUserException)) {
      refuseUnknown(message);
    }
    String where = settings.hasNoInput() ? "<unknown>" : "<stdin>:" + input.line();
    call.complain("jq: error (at " + where + "): " + message);
    errorStatus = ERROR_STATUS;
  }

  /** Ends the run where the library says that the program calls what is not there. */
  private void refuseUnknown(String message) throws IOException {
    Matcher function = NO_FUNCTION.matcher(message);
    if (NO_VARIABLE.matcher(message).matches()) {
      refuse(message);
    }
    if (function.matches()) {
      refuse(function.group(1) + " is not defined");
    }
  }

  /** What jq finds before it runs the program. */
  private void refuse(String complaint) throws IOException {
    call.complain(
        "jq: error: "
            + complaint
            + " at <top-level>, line 1:\n"
            + settings.program()
            + "\njq: 1 compile error");
    throw new HaltException(COMPILE_ERROR_STATUS);
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
