package mganalyze.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The definitions of {@code prelude.jq} as texts, those of one name together. A program gets
 * another form of one by defining it itself, and with it all that lie between.
 */
final class SharedFunctions {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_0-9]+");

  private final Map<String, String> definitions = new LinkedHashMap<>();
  private final Map<String, Set<String>> used = new LinkedHashMap<>();

  static SharedFunctions read(Path prelude) throws IOException {
    SharedFunctions functions = new SharedFunctions();
    StringBuilder code = new StringBuilder("\n");
    for (String line : Files.readAllLines(prelude)) {
      if (!line.startsWith("#")) {
        code.append(line).append('\n');
      }
    }
    String[] parts = code.toString().split("\n(?=def )");
    for (int i = 1; i < parts.length; i++) {
      functions.definitions.merge(nameOf(parts[i]), parts[i].strip() + "\n", String::concat);
    }
    functions.definitions.forEach((name, text) -> functions.used.put(name, functions.names(text)));
    return functions;
  }

  private static String nameOf(String definition) {
    return definition.substring("def ".length()).split("[:( ]", 2)[0];
  }

  private Set<String> names(String program) {
    Set<String> names = new LinkedHashSet<>();
    WORD.matcher(program)
        .results()
        .map(word -> word.group())
        .filter(definitions::containsKey)
        .forEach(names::add);
    return names;
  }

  /** The text of each, by name. */
  Map<String, String> all() {
    return definitions;
  }

  /** Whether a program uses a function, itself or by others. */
  boolean uses(String program, String function) {
    return reach(names(program), function, new LinkedHashSet<>());
  }

  private boolean reach(Set<String> from, String function, Set<String> seen) {
    for (String name : from) {
      if (name.equals(function) || (seen.add(name) && reach(used.get(name), function, seen))) {
        return true;
      }
    }
    return false;
  }

  /** A program that sees another form of a function that it uses. */
  String withForm(String program, String function, String form) {
    List<String> between = new ArrayList<>();
    between.add(function);
    order(names(program), function, new LinkedHashSet<>(Set.of(function)), between);
    StringBuilder text = new StringBuilder(form);
    between.stream().skip(1).forEach(name -> text.append(definitions.get(name)));
    return text.append(program).toString();
  }

  /** Adds those that lead to the function, each behind what it uses. */
  private void order(Set<String> names, String function, Set<String> seen, List<String> ordered) {
    for (String name : names) {
      if (seen.add(name) && reach(used.get(name), function, new LinkedHashSet<>())) {
        order(used.get(name), function, seen, ordered);
        ordered.add(name);
      }
    }
  }
}
