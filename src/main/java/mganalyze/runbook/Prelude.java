package mganalyze.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mganalyze.shell.jq.JqScope;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * The functions that checks share, from {@code runbooks/prelude.jq}. Each definition starts with
 * {@code def} in the first column and ends with the semicolon before the next one, so that a
 * program can be given just those that it needs.
 */
public final class Prelude {
  static final Version VERSION = JqScope.VERSION;

  private Prelude() {}

  /**
   * Loads in the background, since it takes a good part of a second; a check that comes earlier
   * waits for it.
   */
  public static void warmUp() {
    Thread thread = new Thread(Prelude::load, "prelude");
    thread.setDaemon(true);
    thread.start();
  }

  private static void load() {
    JqScope.warmUp();
    needed("finding");
  }

  /**
   * A scope with jq's own functions, the shared ones that a program needs, and variables that all
   * of them see: a function sees only what the scope has in which it was defined, so that each run
   * defines them anew; they are parsed once.
   */
  static Scope scope(List<SharedFunction> functions, Map<String, JsonNode> variables)
      throws JsonQueryException {
    Scope scope = Scope.newChildScope(JqScope.root());
    variables.forEach(scope::setValue);
    for (SharedFunction function : functions) {
      function.defineIn(scope);
    }
    return scope;
  }

  /** The functions that a program names, and those that they name in turn. */
  static List<SharedFunction> needed(String program) {
    Set<SharedFunction> needed = new LinkedHashSet<>();
    Deque<Set<String>> open = new ArrayDeque<>();
    open.add(SharedFunction.words(program));
    while (!open.isEmpty()) {
      for (String word : open.remove()) {
        for (SharedFunction function : Holder.FUNCTIONS.getOrDefault(word, List.of())) {
          if (needed.add(function)) {
            open.add(function.words());
          }
        }
      }
    }
    return List.copyOf(needed);
  }

  /**
   * A scope with all functions, parsed, so that a mistake in one that no program uses shows as
   * well.
   */
  static Scope everything() throws JsonQueryException {
    Scope scope = Scope.newChildScope(JqScope.root());
    for (List<SharedFunction> functions : Holder.FUNCTIONS.values()) {
      for (SharedFunction function : functions) {
        function.defineIn(scope);
      }
    }
    return scope;
  }

  private static final class Holder {
    static final Map<String, List<SharedFunction>> FUNCTIONS = read();
  }

  private static Map<String, List<SharedFunction>> read() {
    try (InputStream in = Prelude.class.getResourceAsStream("/runbooks/prelude.jq")) {
      return definitions(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<SharedFunction>> definitions(String text)
      throws JsonQueryException {
    Map<String, List<SharedFunction>> functions = new LinkedHashMap<>();
    // Comments between definitions belong to the next one, and would be read as part of the one
    // before.
    StringBuilder code = new StringBuilder("\n");
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> code.append(line).append('\n'));
    String[] parts = code.toString().split("\ndef ");
    for (int i = 1; i < parts.length; i++) {
      SharedFunction function = SharedFunction.of(parts[i]);
      functions.computeIfAbsent(function.name(), k -> new ArrayList<>(1)).add(function);
    }
    return functions;
  }
}
