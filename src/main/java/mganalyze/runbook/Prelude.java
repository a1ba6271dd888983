package mganalyze.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.JsonQueryFunction;
import net.thisptr.jackson.jq.internal.javacc.ExpressionParser;

/**
 * The functions that checks share, from {@code runbooks/prelude.jq}. Each definition starts with
 * {@code def} in the first column and ends with the semicolon before the next one, so that it can
 * be put into the scope by itself instead of being parsed again with each check.
 */
public final class Prelude {
  static final Version VERSION = Versions.JQ_1_7;

  private Prelude() {}

  /**
   * Loads in the background, since it takes a good part of a second; a check that comes earlier
   * waits for it.
   */
  public static void warmUp() {
    Thread thread = new Thread(() -> scope(Map.of()), "prelude");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * A scope with jq's own functions, the shared ones, and variables that all of them see: a
   * function sees only what the scope has in which it was defined, so that each run defines them
   * anew; they are parsed once.
   */
  static Scope scope(Map<String, JsonNode> variables) {
    Scope scope = Scope.newChildScope(Holder.BUILTINS);
    variables.forEach(scope::setValue);
    for (Definition definition : Holder.DEFINITIONS) {
      scope.addFunction(
          definition.name(),
          definition.parameters().size(),
          new JsonQueryFunction(
              definition.name(), definition.parameters(), definition.body(), scope));
    }
    return scope;
  }

  private static final class Holder {
    static final Scope BUILTINS = builtins();
    static final List<Definition> DEFINITIONS = load();
  }

  private static Scope builtins() {
    Scope scope = Scope.newEmptyScope();
    BuiltinFunctionLoader.getInstance().loadFunctions(VERSION, scope);
    return scope;
  }

  private static List<Definition> load() {
    try (InputStream in = Prelude.class.getResourceAsStream("/runbooks/prelude.jq")) {
      return definitions(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Definition(String name, List<String> parameters, Expression body) {}

  private static List<Definition> definitions(String text) throws JsonQueryException {
    List<Definition> definitions = new ArrayList<>();
    // Comments between definitions belong to the next one, and would be read as part of the one
    // before.
    StringBuilder code = new StringBuilder("\n");
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> code.append(line).append('\n'));
    String[] parts = code.toString().split("\ndef ");
    for (int i = 1; i < parts.length; i++) {
      definitions.add(definition(parts[i]));
    }
    return definitions;
  }

  private static Definition definition(String part) throws JsonQueryException {
    int end = part.lastIndexOf(';');
    int colon = part.indexOf(':');
    int open = part.indexOf('(');
    if (end < 0 || colon < 0) {
      throw new JsonQueryException(
          "prelude.jq: not a definition: " + part.lines().findFirst().orElse(""));
    }
    boolean plain = open < 0 || open > colon;
    String name = part.substring(0, plain ? colon : open).strip();
    List<String> parameters = new ArrayList<>();
    if (!plain) {
      int close = part.indexOf(')');
      for (String parameter : part.substring(open + 1, close).split(";")) {
        parameters.add(parameter.strip());
      }
      colon = part.indexOf(':', close);
    }
    return new Definition(
        name, parameters, ExpressionParser.compile(part.substring(colon + 1, end), VERSION));
  }
}
