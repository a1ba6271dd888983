package mganalyze.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A jq program with one comparison turned over, one condition dropped, or one threshold moved.
 *
 * @param name the line with the change in it: {@code select(.status.phase [== -> !=] "Running")}
 */
record Mutant(String name, String program) {
  private static final Map<String, String> TURNED =
      Map.of(
          "==", "!=", "!=", "==", "<", ">=", ">=", "<", ">", "<=", "<=", ">", "and", "or", "or",
          "and", "any", "all", "all", "any");
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

  /** Tokens that end one side of a comparison. */
  private static final Set<String> ENDS =
      Set.of(
          "(", ")", "[", "]", "{", "}", "|", ",", ";", "and", "or", "then", "elif", "else", "end",
          "if", "//");

  /** All that can be made of a program, each with one change. */
  static List<Mutant> of(String program) {
    List<JqTokens.Token> tokens = JqTokens.of(program);
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      JqTokens.Token token = tokens.get(i);
      boolean isKey = i + 1 < tokens.size() && tokens.get(i + 1).text().equals(":");
      if (isKey) {
        continue;
      }
      if (TURNED.containsKey(token.text())) {
        mutants.add(change(program, token.start(), token.end(), TURNED.get(token.text())));
      } else if (token.text().equals("not")) {
        mutants.add(change(program, token.start(), token.end(), "."));
      } else if (token.isNumber() && isThreshold(tokens, i)) {
        String more =
            token.text().contains(".")
                ? "1" + token.text()
                : Long.toString(Long.parseLong(token.text()) + 1);
        mutants.add(change(program, token.start(), token.end(), more));
      } else if (token.text().equals("select")) {
        negated(program, tokens, i).ifPresent(mutants::add);
      }
    }
    return mutants;
  }

  private static Mutant change(String program, int start, int end, String replacement) {
    int lineStart = program.lastIndexOf('\n', start - 1) + 1;
    int lineEnd = program.indexOf('\n', end);
    String line =
        program.substring(lineStart, start)
            + "["
            + program.substring(start, end)
            + " -> "
            + replacement
            + "]"
            + program.substring(end, lineEnd < 0 ? program.length() : lineEnd);
    return new Mutant(
        line.strip(), program.substring(0, start) + replacement + program.substring(end));
  }

  /** Whether a number is a term of a side of a comparison. */
  private static boolean isThreshold(List<JqTokens.Token> tokens, int number) {
    for (int step = -1; step <= 1; step += 2) {
      for (int i = number + step; i >= 0 && i < tokens.size(); i += step) {
        String text = tokens.get(i).text();
        if (COMPARISONS.contains(text)) {
          return true;
        }
        if (ENDS.contains(text)) {
          break;
        }
      }
    }
    int before = number - 1;
    return before > 0
        && tokens.get(before).text().equals("(")
        && tokens.get(before - 1).text().equals("isBelow");
  }

  /**
   * A select that keeps what it dropped; none where that is but its only comparison turned over.
   */
  private static Optional<Mutant> negated(String program, List<JqTokens.Token> tokens, int select) {
    int depth = 0;
    int operators = 0;
    boolean onlyComparison = false;
    for (int i = select + 1; i < tokens.size(); i++) {
      String text = tokens.get(i).text();
      if (text.equals("(")) {
        depth++;
      } else if (text.equals(")") && --depth == 0) {
        if (operators == 1 && onlyComparison) {
          return Optional.empty();
        }
        int from = tokens.get(select + 1).end();
        int to = tokens.get(i).start();
        Mutant mutant = change(program, from, to, "(" + program.substring(from, to) + ") | not");
        Mutant head =
            change(program, tokens.get(select).start(), tokens.get(select).end(), "select not");
        return Optional.of(new Mutant(head.name(), mutant.program()));
      } else if (TURNED.containsKey(text) || text.equals("not")) {
        operators++;
        onlyComparison = (COMPARISONS.contains(text) || text.equals("not")) && depth == 1;
      }
    }
    return Optional.empty();
  }
}
