package mganalyze.shell.jq;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mganalyze.shell.Invocation;
import mganalyze.shell.Program;
import mganalyze.shell.UnsupportedCommandException;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** {@code jq [options] program}. */
public final class Jq implements Program {
  private static final int COMPILE_ERROR_STATUS = 3;
  private static final int USAGE_STATUS = 2;

  @Override
  public int run(Invocation call) throws IOException {
    try {
      return new JqRun(new Reader(call.arguments()).settings(), call).run();
    } catch (UsageException e) {
      call.complain("jq: error: " + e.getMessage());
      return USAGE_STATUS;
    } catch (JsonQueryException e) {
      call.complain("jq: error: " + firstLine(e) + "\njq: 1 compile error");
      return COMPILE_ERROR_STATUS;
    }
  }

  @Override
  public void check(String name, List<String> arguments, boolean literal) {
    if (!literal) {
      return;
    }
    try {
      new Reader(arguments).settings();
    } catch (UsageException e) {
      throw new UnsupportedCommandException("jq: " + e.getMessage());
    } catch (JsonQueryException e) {
      throw new UnsupportedCommandException("jq: " + firstLine(e));
    }
  }

  static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
      super(message, null, false, false);
    }
  }

  /** Reads the arguments. */
  private static final class Reader {
    private final List<String> words;
    private final Map<String, JsonNode> variables = new LinkedHashMap<>();
    private final List<String> operands = new ArrayList<>();
    private final StringBuilder flags = new StringBuilder();
    private int indent = 2;
    private int at;

    Reader(List<String> words) {
      this.words = words;
    }

    JqSettings settings() throws JsonQueryException {
      while (at < words.size()) {
        String word = words.get(at++);
        if (word.equals("--")) {
          operands.addAll(words.subList(at, words.size()));
          break;
        }
        if (word.startsWith("--")) {
          longOption(word);
        } else if (word.length() > 1
            && word.startsWith("-")
            && Character.isLetter(word.charAt(1))) {
          shortOptions(word);
        } else {
          operands.add(word);
        }
      }
      String program = operands.isEmpty() ? "." : operands.remove(0);
      for (String operand : operands) {
        if (!operand.equals("-") && !operand.equals("/dev/stdin")) {
          throw new UnsupportedCommandException("jq … " + operand + " (reading files)");
        }
      }
      ObjectNode named = JsonNodeFactory.instance.objectNode();
      named.setAll(variables);
      ObjectNode all = JsonNodeFactory.instance.objectNode();
      all.putArray("positional");
      all.set("named", named);
      variables.put("ARGS", all);
      variables.put("__prog_args", all.get("positional"));
      variables.put("ENV", JsonNodeFactory.instance.objectNode());
      return settings(program);
    }

    private JqSettings settings(String program) throws JsonQueryException {
      return new JqSettings(
          program,
          compile(program),
          has('r') || has('j'),
          has('j'),
          has('s'),
          has('n'),
          has('R'),
          has('e'),
          has('S'),
          has('a'),
          has('c') ? 0 : indent,
          variables);
    }

    private static JsonQuery compile(String program) throws JsonQueryException {
      try {
        return JsonQuery.compile(
            program.isBlank() ? "." : Grammar.adapted(program), JqScope.VERSION);
      } catch (JsonQueryException e) {
        // The library shows the program as it was adapted.
        throw new JsonQueryException("Cannot compile query: " + program);
      }
    }

    private boolean has(char flag) {
      return flags.indexOf(String.valueOf(flag)) >= 0;
    }

    private void shortOptions(String word) {
      for (char flag : word.substring(1).toCharArray()) {
        if ("rjsnReSacM".indexOf(flag) < 0) {
          throw new UnsupportedCommandException("jq -" + flag);
        }
        flags.append(flag);
      }
    }

    private void longOption(String word) {
      switch (word) {
        case "--raw-output" -> flags.append('r');
        case "--join-output" -> flags.append('j');
        case "--slurp" -> flags.append('s');
        case "--null-input" -> flags.append('n');
        case "--raw-input" -> flags.append('R');
        case "--exit-status" -> flags.append('e');
        case "--sort-keys" -> flags.append('S');
        case "--ascii-output" -> flags.append('a');
        case "--compact-output" -> flags.append('c');
        case "--monochrome-output", "--unbuffered" -> {}
        case "--tab" -> indent = -1;
        case "--indent" -> indent = indent(next(word));
        case "--arg" -> variables.put(next(word), TextNode.valueOf(next(word)));
        case "--argjson" -> variables.put(next(word), json(next(word)));
        default -> throw new UnsupportedCommandException("jq " + word);
      }
    }

    private String next(String option) {
      if (at == words.size()) {
        throw new UsageException(option + " takes more parameters");
      }
      return words.get(at++);
    }

    private static int indent(String value) {
      if (!value.matches("[0-7]")) {
        throw new UsageException("Cannot indent more than 7 characters");
      }
      return Integer.parseInt(value);
    }

    private static JsonNode json(String value) {
      try {
        JsonNode node = new ObjectMapper().readTree(value);
        if (node != null && !node.isMissingNode()) {
          return node;
        }
      } catch (JsonProcessingException e) {
        throw new UsageException("Invalid JSON text passed to --argjson");
      }
      throw new UsageException("Invalid JSON text passed to --argjson");
    }
  }
}
