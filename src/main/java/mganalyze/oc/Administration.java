package mganalyze.oc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mganalyze.oc.command.CommandLine;
import mganalyze.oc.command.Console;
import mganalyze.oc.command.Flags;
import mganalyze.shell.NeedsClusterException;

/** {@code adm}: what of it an archive can answer. */
final class Administration {
  private final NodeLogs nodeLogs;

  Administration(NodeLogs nodeLogs) {
    this.nodeLogs = nodeLogs;
  }

  /** Refuses what needs a cluster. */
  static void check(List<String> arguments) {
    int place = CommandLine.firstWord(Flags.global(), arguments);
    String name = place < 0 ? "" : arguments.get(place);
    if (!name.equals("top") && !name.equals("node-logs")) {
      throw new NeedsClusterException(("oc adm " + name).strip() + " needs a live cluster");
    }
  }

  int run(Verb verb, Console console) throws IOException {
    List<String> arguments = new ArrayList<>(verb.arguments());
    String name = arguments.remove(CommandLine.firstWord(Flags.global(), arguments));
    if (name.equals("node-logs")) {
      return nodeLogs.print(arguments, console);
    }
    int place = CommandLine.firstWord(Flags.global(), arguments);
    String of = place < 0 ? "the cluster" : arguments.get(place);
    String what = "the CPU and memory usage of " + of;
    console.complain("the archive does not have " + what + ": it is measured on a live cluster");
    console.noData().accept(what);
    return 1;
  }
}
