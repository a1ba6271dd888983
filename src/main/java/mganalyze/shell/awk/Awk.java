package mganalyze.shell.awk;

import static java.util.regex.Pattern.DOTALL;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mganalyze.shell.Invocation;
import mganalyze.shell.Program;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.regex.PatternException;

/** {@code awk [-F separator] [-v name=value] program [name=value] [-]}. */
public final class Awk implements Program {
  private static final Pattern ASSIGNMENT =
      Pattern.compile("([A-Za-z_][A-Za-z_0-9]*)=(.*)", DOTALL);

  /**
   * What the words say.
   *
   * @param assignments before the program begins
   * @param operands assignments between {@code BEGIN} and the input, or behind it
   */
  private record Arguments(
      String separator, List<String> assignments, String program, List<String> operands) {
    List<String> beforeInput() {
      int input = operands.indexOf(INPUT);
      return input < 0 ? operands : operands.subList(0, input);
    }

    List<String> behindInput() {
      int input = operands.indexOf(INPUT);
      return input < 0 ? List.of() : operands.subList(input + 1, operands.size());
    }
  }

  private static final String INPUT = "-";

  @Override
  public int run(Invocation call) throws IOException {
    try {
      Arguments arguments = parse(call.name(), call.arguments());
      AwkProgram program = AwkParser.parse(arguments.program());
      AwkRun run = new AwkRun(call);
      if (arguments.separator() != null) {
        run.assign("FS", Value.ofText(separator(arguments.separator())));
      }
      arguments.assignments().forEach(assignment -> assign(assignment, run));
      return run.run(
          program,
          () -> arguments.beforeInput().forEach(assignment -> assign(assignment, run)),
          () -> arguments.behindInput().forEach(assignment -> assign(assignment, run)));
    } catch (AwkSyntaxException | PatternException e) {
      call.complain("awk: " + e.getMessage());
      return 2;
    }
  }

  @Override
  public void check(String name, List<String> words, boolean literal) {
    if (!literal) {
      return;
    }
    try {
      AwkParser.parse(parse(name, words).program());
    } catch (AwkSyntaxException | PatternException e) {
      throw new UnsupportedCommandException("awk: " + e.getMessage());
    }
  }

  private static void assign(String assignment, AwkRun run) {
    Matcher parts = ASSIGNMENT.matcher(assignment);
    if (parts.matches()) {
      run.assign(parts.group(1), Value.input(Strings.unescape(parts.group(2))));
    }
  }

  private static boolean isAssignment(String word) {
    Matcher parts = ASSIGNMENT.matcher(word);
    return parts.matches() && !OperandParser.isRefused(parts.group(1));
  }

  private static Arguments parse(String name, List<String> words) {
    String separator = null;
    List<String> assignments = new ArrayList<>();
    int at = 0;
    while (at < words.size() && words.get(at).startsWith("-") && words.get(at).length() > 1) {
      String word = words.get(at++);
      if (word.equals("--")) {
        break;
      }
      boolean isKnown = word.startsWith("-F") || word.startsWith("-v");
      if (!isKnown || word.length() == 2 && at == words.size()) {
        throw new UnsupportedCommandException(name + " " + word);
      }
      String value = word.length() > 2 ? word.substring(2) : words.get(at++);
      if (word.startsWith("-F")) {
        separator = value;
      } else if (isAssignment(value)) {
        assignments.add(value);
      } else {
        throw new UnsupportedCommandException(name + " -v " + value);
      }
    }
    if (at == words.size()) {
      throw new UnsupportedCommandException(name + " without a program");
    }
    List<String> operands = new ArrayList<>();
    for (String operand : words.subList(at + 1, words.size())) {
      if (operand.equals(INPUT) || operand.equals("/dev/stdin")) {
        operands.add(INPUT);
      } else if (isAssignment(operand)) {
        operands.add(operand);
      } else {
        throw new UnsupportedCommandException(name + " … " + operand + " (reading files)");
      }
    }
    return new Arguments(separator, assignments, words.get(at), List.copyOf(operands));
  }

  /** {@code -Ft} means a tab, by an old custom. */
  private static String separator(String text) {
    return text.equals("t") ? "\t" : Strings.unescape(text);
  }
}
