package mganalyze.shell.awk;

import java.util.List;

/** An awk program, parsed. Immutable. */
record AwkProgram(List<Statement> begin, List<Rule> rules, List<Statement> end) {
  AwkProgram {
    begin = List.copyOf(begin);
    rules = List.copyOf(rules);
    end = List.copyOf(end);
  }

  /** Whether it looks at its input at all. */
  boolean reads() {
    return !rules.isEmpty() || !end.isEmpty();
  }
}
