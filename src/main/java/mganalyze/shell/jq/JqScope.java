package mganalyze.shell.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mganalyze.shell.Budget;
import mganalyze.shell.LimitExceededException;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.misc.JsonNodeUtils;
import net.thisptr.jackson.jq.path.Path;

/**
 * jq's functions, loaded once: that takes a few tenths of a second. Each call of a function, and
 * each value that one gives, is counted against the budget of the thread.
 */
public final class JqScope {
  public static final Version VERSION = Versions.JQ_1_7;

  private static final ThreadLocal<Budget> BUDGET = new ThreadLocal<>();

  private JqScope() {}

  /** Loads the functions, so that the first query does not have to wait for it. */
  public static void warmUp() {
    root();
  }

  /** The functions that every program has. To be extended only in a child scope. */
  public static Scope root() {
    return Holder.ROOT;
  }

  /** Counts the queries that this thread runs against a budget; null for none. */
  static void limit(Budget budget) {
    if (budget == null) {
      BUDGET.remove();
    } else {
      BUDGET.set(budget);
    }
  }

  private static final class Holder {
    private static final Scope ROOT = load();

    private static Scope load() {
      Scope scope = Scope.newEmptyScope();
      Map<String, Function> functions =
          new HashMap<>(BuiltinFunctionLoader.getInstance().listFunctions(VERSION, scope));
      functions.computeIfPresent("_match_impl/3", (name, own) -> RegexFunctions.over(own));
      Complaints.putInto(functions);
      TextFunctions.putInto(functions);
      functions.forEach((name, function) -> scope.addFunction(name, new Counted(name, function)));
      MissingFunctions.addTo(scope);
      return scope;
    }
  }

  /** A function that stops when the budget is used up. */
  static final class Counted implements Function {
    private static final int MAX_RANGE = 5_000_000;
    private final Function inner;
    private final boolean isRange;

    Counted(String name, Function inner) {
      this.inner = inner;
      this.isRange = name.startsWith("range/");
    }

    @Override
    public void apply(
        Scope scope,
        List<Expression> arguments,
        JsonNode in,
        Path path,
        PathOutput output,
        Version version)
        throws JsonQueryException {
      Budget budget = BUDGET.get();
      if (budget == null) {
        inner.apply(
            scope,
            arguments,
            in,
            path,
            (node, nodePath) -> output.emit(plain(node), nodePath),
            version);
        return;
      }
      budget.step();
      int[] given = {0};
      inner.apply(
          scope,
          arguments,
          in,
          path,
          (node, nodePath) -> {
            budget.step();
            if (isRange && ++given[0] > MAX_RANGE) {
              throw new LimitExceededException("stopped: jq range of more than " + MAX_RANGE);
            }
            output.emit(plain(node), nodePath);
          },
          version);
    }

    /** A whole number as such: what joins texts would write {@code floor} of it with a point. */
    private static JsonNode plain(JsonNode node) {
      return node.isDouble() ? JsonNodeUtils.asNumericNode(node.doubleValue()) : node;
    }
  }
}
