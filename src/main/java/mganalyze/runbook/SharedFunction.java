package mganalyze.runbook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mganalyze.finding.Nullable;
import mganalyze.shell.jq.Grammar;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.JsonQueryFunction;
import net.thisptr.jackson.jq.internal.javacc.ExpressionParser;

/** One definition of {@code prelude.jq}; its body is parsed when the first program needs it. */
final class SharedFunction {
  private final String name;
  private final List<String> parameters;
  private final String body;
  private final Set<String> words;
  private @Nullable Expression parsed;

  private SharedFunction(String name, List<String> parameters, String body) {
    this.name = name;
    this.parameters = List.copyOf(parameters);
    this.body = body;
    this.words = words(body);
  }

  /** Reads what stands behind {@code def}: name, parameters, body, semicolon. */
  static SharedFunction of(String definition) throws JsonQueryException {
    int end = definition.lastIndexOf(';');
    int colon = definition.indexOf(':');
    int open = definition.indexOf('(');
    if (end < 0 || colon < 0) {
      throw new JsonQueryException(
          "prelude.jq: not a definition: " + definition.lines().findFirst().orElse(""));
    }
    boolean plain = open < 0 || open > colon;
    String name = definition.substring(0, plain ? colon : open).strip();
    List<String> parameters = new ArrayList<>();
    if (!plain) {
      int close = definition.indexOf(')');
      for (String parameter : definition.substring(open + 1, close).split(";")) {
        parameters.add(parameter.strip());
      }
      colon = definition.indexOf(':', close);
    }
    return new SharedFunction(name, parameters, definition.substring(colon + 1, end));
  }

  /**
   * The words of a program that may be names of functions; those in texts and fields do no harm.
   */
  static Set<String> words(String program) {
    Set<String> words = new LinkedHashSet<>();
    int at = 0;
    while (at < program.length()) {
      int from = at;
      while (at < program.length() && isWord(program.charAt(at))) {
        at++;
      }
      if (at > from) {
        words.add(program.substring(from, at));
      }
      at++;
    }
    return words;
  }

  private static boolean isWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  String name() {
    return name;
  }

  /** The words of its body. */
  Set<String> words() {
    return words;
  }

  /** Defines it in a scope; its body sees that scope's variables and functions. */
  void defineIn(Scope scope) throws JsonQueryException {
    scope.addFunction(
        name, parameters.size(), new JsonQueryFunction(name, parameters, expression(), scope));
  }

  private synchronized Expression expression() throws JsonQueryException {
    if (parsed == null) {
      parsed = ExpressionParser.compile(Grammar.adapted(body), Prelude.VERSION);
    }
    return parsed;
  }
}
