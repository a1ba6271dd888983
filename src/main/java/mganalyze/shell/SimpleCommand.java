package mganalyze.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code X=1 name word… 2>/dev/null}. */
record SimpleCommand(List<Assignment> assignments, List<Word> words, List<Redirect> redirects)
    implements Command {
  SimpleCommand {
    assignments = List.copyOf(assignments);
    words = List.copyOf(words);
    redirects = List.copyOf(redirects);
  }

  @Override
  public int run(Interpreter shell, Streams streams) throws IOException {
    shell.forgetSubstitutionStatus();
    List<String> fields = expand(shell, streams);
    Streams redirected = Redirect.apply(redirects, shell, streams);
    if (fields.isEmpty()) {
      for (Assignment assignment : assignments) {
        assignment.run(shell, redirected);
      }
      return shell.substitutionStatus();
    }
    return assignments.isEmpty()
        ? shell.call(fields.get(0), fields.subList(1, fields.size()), redirected)
        : runWithAssignments(fields, shell, redirected);
  }

  private int runWithAssignments(List<String> fields, Interpreter shell, Streams streams)
      throws IOException {
    State before = new State(shell.state());
    for (Assignment assignment : assignments) {
      assignment.run(shell, streams);
    }
    int status = shell.call(fields.get(0), fields.subList(1, fields.size()), streams);
    for (Assignment assignment : assignments) {
      shell.state().restore(assignment.name(), before);
    }
    return status;
  }

  private List<String> expand(Interpreter shell, Streams streams) throws IOException {
    List<String> fields = new ArrayList<>();
    boolean outer = shell.joinsQuotedLines();
    shell.joinsQuotedLines(false);
    for (Word word : words) {
      word.fields(shell, streams, fields);
      shell.joinsQuotedLines(!fields.isEmpty() && shell.joinsQuotedLinesFor(fields.get(0)));
    }
    shell.joinsQuotedLines(outer);
    return fields;
  }

  /** The program's name, where it does not depend on anything. */
  Optional<String> program() {
    return words.isEmpty() ? Optional.empty() : words.get(0).literalText();
  }

  @Override
  public void visit(Consumer<SimpleCommand> visitor) {
    visitor.accept(this);
    assignments.forEach(assignment -> visit(assignment.value(), visitor));
    words.forEach(word -> visit(word, visitor));
    redirects.forEach(redirect -> visit(redirect.text(), visitor));
  }

  static void visit(Word word, Consumer<SimpleCommand> visitor) {
    WordPart.substitutions(word.parts()).forEach(list -> list.visit(visitor));
  }
}
