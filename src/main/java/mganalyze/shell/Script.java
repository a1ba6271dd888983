package mganalyze.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command line, parsed. Immutable; can be run by any {@link Shell}. */
public final class Script {
  private final CommandList body;

  private Script(CommandList body) {
    this.body = body;
  }

  static Script parse(String text) {
    String lines = text.replace("\r\n", "\n");
    CommandList body = new Parser(new Scanner(lines), false).wholeList();
    if (body.commands().isEmpty() && hasRootPrompt(lines)) {
      body = new Parser(new Scanner(lines), true).wholeList();
    }
    return new Script(body);
  }

  // "# oc get pods" is a comment, unless all of the text is like that: then # is root's prompt.
  private static boolean hasRootPrompt(String text) {
    String[] words = text.strip().split("\\s+", 3);
    return words.length > 1
        && words[0].equals("#")
        && (words[1].equals("oc")
            || words[1].equals("kubectl")
            || ProgramTable.isKnown(Map.of(), words[1]));
  }

  CommandList body() {
    return body;
  }

  /** Whether there is nothing to run, only comments. */
  public boolean isEmpty() {
    return body.commands().isEmpty();
  }

  /**
   * One program that the script may call.
   *
   * @param words name and arguments; one that depends on variables or other commands stands as it
   *     was written
   * @param literal whether none depends on anything
   */
  public record Call(List<String> words, boolean literal) {
    public Call {
      words = List.copyOf(words);
    }

    public String name() {
      return words.get(0);
    }
  }

  /** All calls of programs in the script, in the order of the text, substitutions included. */
  public List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    body.visit(command -> call(command).ifPresent(calls::add));
    return calls;
  }

  private static Optional<Call> call(SimpleCommand command) {
    if (command.words().isEmpty()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    boolean literal = true;
    for (Word word : command.words()) {
      literal &= word.literalText().isPresent();
      words.add(word.literalText().orElse(word.raw()));
    }
    return Optional.of(new Call(words, literal));
  }

  private static void check(Program program, Call call, List<String> arguments) {
    try {
      program.check(call.name(), arguments, call.literal());
    } catch (LimitExceededException e) {
      throw new UnsupportedCommandException(call.name() + ": " + e.getMessage());
    } catch (StackOverflowError e) {
      throw new UnsupportedCommandException(call.name() + ": nested too deeply");
    }
  }

  /**
   * Tells what is known without running the script.
   *
   * @param programs the caller's, as for {@link Shell}
   * @throws UnsupportedCommandException if it calls a program or uses a flag that is not supported
   * @throws NeedsClusterException if it calls what only a live cluster, or a person, can do
   */
  public void check(Map<String, Program> programs) {
    for (Call call : calls()) {
      boolean isVariable = call.name().startsWith("$") && !call.literal();
      if (isVariable) {
        continue;
      }
      if (Builtins.has(call.name())) {
        Builtins.check(call.name());
      } else {
        List<String> arguments = call.words().subList(1, call.words().size());
        boolean joins = Interpreter.joinsQuotedLinesFor(call.name(), programs);
        List<String> read =
            joins ? arguments.stream().map(word -> word.replace("\\\n", "")).toList() : arguments;
        check(ProgramTable.find(programs, call.name()), call, read);
      }
    }
  }
}
