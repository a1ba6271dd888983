package mganalyze.shell.awk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mganalyze.shell.Invocation;
import mganalyze.shell.Program;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.regex.PatternException;

/** {@code awk [-F separator] [-v name=value] program}. */
public final class Awk implements Program {
  private record Arguments(String separator, List<String> assignments, String program) {}

  @Override
  public int run(Invocation call) throws IOException {
    try {
      Arguments arguments = parse(call.name(), call.arguments());
      AwkProgram program = AwkParser.parse(arguments.program());
      AwkRun run = new AwkRun(call);
      if (arguments.separator() != null) {
        run.assign("FS", Value.ofText(separator(arguments.separator())));
      }
      for (String assignment : arguments.assignments()) {
        int equals = assignment.indexOf('=');
        String value = Strings.unescape(assignment.substring(equals + 1));
        run.assign(assignment.substring(0, equals), Value.input(value));
      }
      return run.run(program);
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
      } else if (value.matches("[A-Za-z_][A-Za-z_0-9]*=(?s:.*)")) {
        assignments.add(value);
      } else {
        throw new UnsupportedCommandException(name + " -v " + value);
      }
    }
    if (at == words.size()) {
      throw new UnsupportedCommandException(name + " without a program");
    }
    for (String operand : words.subList(at + 1, words.size())) {
      if (!operand.equals("-") && !operand.equals("/dev/stdin")) {
        throw new UnsupportedCommandException(name + " … " + operand + " (reading files)");
      }
    }
    return new Arguments(separator, assignments, words.get(at));
  }

  /** {@code -Ft} means a tab, by an old custom. */
  private static String separator(String text) {
    return text.equals("t") ? "\t" : Strings.unescape(text);
  }
}
