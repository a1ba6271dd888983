package mganalyze.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mganalyze.shell.jq.Grammar;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** A check's program, ready to run: jq with the functions of {@code prelude.jq}. */
public final class CheckProgram {
  private final JsonQuery query;
  private final List<SharedFunction> functions;

  private CheckProgram(JsonQuery query, List<SharedFunction> functions) {
    this.query = query;
    this.functions = functions;
  }

  /** Throws {@link InputException} with one line for a program that is no jq. */
  static CheckProgram parse(String jq) throws InputException {
    try {
      return new CheckProgram(
          JsonQuery.compile(Grammar.adapted(jq), Prelude.VERSION), Prelude.needed(jq));
    } catch (JsonQueryException e) {
      throw new InputException(oneLine(e));
    }
  }

  /**
   * The program of a check that was found good when its runbook was checked; throws {@link
   * IllegalStateException} else.
   */
  public static CheckProgram of(Check check) {
    try {
      return parse(check.jq());
    } catch (InputException e) {
      throw new IllegalStateException(check.id() + ": " + e.getMessage(), e);
    }
  }

  /**
   * Runs it on its inputs and gives what it prints.
   *
   * @param cluster what programs find in {@code $cluster}; {@code $gatheredAt}, in seconds or null,
   *     is taken from it
   * @throws ProgramFault if it fails
   */
  public List<JsonNode> run(ObjectNode inputs, ObjectNode cluster) throws ProgramFault {
    JsonNode gatheredAt = cluster.path("gatheredAtSeconds");
    List<JsonNode> results = new ArrayList<>();
    try {
      Map<String, JsonNode> variables =
          Map.of(
              "cluster",
              cluster,
              "gatheredAt",
              gatheredAt.isNumber() ? gatheredAt : NullNode.getInstance());
      Scope scope = Prelude.scope(functions, variables);
      query.apply(scope, inputs, results::add);
    } catch (JsonQueryException e) {
      throw new ProgramFault(oneLine(e));
    }
    return results;
  }

  static String oneLine(Exception e) {
    Function<String, String> firstLine =
        text -> text.indexOf('\n') < 0 ? text : text.substring(0, text.indexOf('\n'));
    return firstLine.apply(String.valueOf(e.getMessage()).strip());
  }

  /** A check's program failed while it ran; the message is one line. */
  public static final class ProgramFault extends Exception {
    private static final long serialVersionUID = 1;

    ProgramFault(String message) {
      super(message);
    }
  }
}
