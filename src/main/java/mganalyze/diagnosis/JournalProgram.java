package mganalyze.diagnosis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mganalyze.shell.Invocation;
import mganalyze.shell.NeedsClusterException;
import mganalyze.shell.Program;
import mganalyze.shell.Utf8;

/**
 * {@code journalctl -u UNIT} and {@code systemctl status UNIT}, which people type on a node: the
 * journals of all nodes that the archive has, one after the other. What it does not have, a person
 * has to look up.
 */
final class JournalProgram implements Program {
  private static final int MOST_LINES = 50_000;
  private static final int STATUS_LINES = 10;

  private final NodeJournals journals;

  JournalProgram(NodeJournals journals) {
    this.journals = journals;
  }

  /**
   * What is asked for.
   *
   * @param lines of each journal, its newest
   */
  private record Request(String unit, int lines, boolean isReversed) {}

  @Override
  public int run(Invocation call) throws IOException {
    Optional<Request> request =
        call.name().equals("journalctl") ? journal(call.arguments()) : status(call.arguments());
    List<NodeJournals.Journal> found =
        request.map(asked -> journals.of(asked.unit())).orElse(List.of());
    Map<String, List<String>> lines =
        found.isEmpty() ? Map.of() : journals.lines(found, request.get().lines());
    if (lines.isEmpty()) {
      throw NeedsClusterException.manual(
          "refused: "
              + call.name()
              + " needs a shell on the node: oc debug node/NODE, chroot /host, then "
              + (call.name() + " " + String.join(" ", call.arguments())).strip());
    }
    if (call.name().equals("systemctl")) {
      call.complain(
          "the archive does not tell whether "
              + request.get().unit()
              + " runs; these are the last lines of its journal on each node");
    }
    print(call, found, lines, request.get().isReversed());
    return 0;
  }

  private static void print(
      Invocation call,
      List<NodeJournals.Journal> found,
      Map<String, List<String>> lines,
      boolean isReversed)
      throws IOException {
    found.forEach(journal -> call.source(journal.path()));
    for (Map.Entry<String, List<String>> journal : lines.entrySet()) {
      if (lines.size() > 1) {
        Utf8.write(call.out(), "-- node " + journal.getKey() + " --\n");
      }
      List<String> all = journal.getValue();
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < all.size(); i++) {
        text.append(all.get(isReversed ? all.size() - 1 - i : i)).append('\n');
      }
      Utf8.write(call.out(), text.toString());
    }
  }

  private static Optional<Request> status(List<String> arguments) {
    List<String> words = arguments.stream().filter(word -> !word.startsWith("-")).toList();
    boolean isStatus =
        words.size() == 2 && (words.get(0).equals("status") || words.get(0).equals("is-active"));
    return isStatus
        ? Optional.of(new Request(words.get(1), STATUS_LINES, false))
        : Optional.empty();
  }

  /** Empty if it asks for more than the lines of a unit. */
  private static Optional<Request> journal(List<String> arguments) {
    String unit = "";
    int lines = MOST_LINES;
    boolean isReversed = false;
    List<String> words = new ArrayList<>(arguments);
    while (!words.isEmpty()) {
      String word = words.remove(0);
      switch (word) {
        case "-r", "--reverse" -> isReversed = true;
        case "-f",
            "--follow",
            "-b",
            "--boot",
            "-e",
            "-x",
            "-xe",
            "-a",
            "--no-pager",
            "-q",
            "--no-hostname",
            "-l" -> {}
        case "-u", "--unit", "-n", "--lines" -> {
          if (words.isEmpty()) {
            return Optional.empty();
          }
          String value = words.remove(0);
          if (word.endsWith("u") || word.equals("--unit")) {
            unit = value;
          } else {
            lines = number(value);
          }
        }
        default -> {
          if (word.startsWith("--unit=")) {
            unit = word.substring(7);
          } else if (word.startsWith("-u")) {
            unit = word.substring(2);
          } else if (word.startsWith("-n")) {
            lines = number(word.substring(2));
          } else if (word.startsWith("--lines=")) {
            lines = number(word.substring(8));
          } else {
            return Optional.empty();
          }
        }
      }
    }
    return unit.isEmpty() || lines < 0
        ? Optional.empty()
        : Optional.of(new Request(unit, lines, isReversed));
  }

  private static int number(String text) {
    boolean isNumber =
        !text.isEmpty() && text.length() < 8 && text.chars().allMatch(Character::isDigit);
    return isNumber
        ? Math.min(Integer.parseInt(text), MOST_LINES)
        : text.equals("all") ? MOST_LINES : -1;
  }
}
