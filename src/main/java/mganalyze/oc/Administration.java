package mganalyze.oc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mganalyze.gather.Gather;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.command.CommandLine;
import mganalyze.oc.command.Console;
import mganalyze.oc.command.Flags;
import mganalyze.shell.NeedsClusterException;

/** {@code adm}: what of it an archive can answer. */
final class Administration {
  private final Gather gather;
  private final NodeLogs nodeLogs;

  Administration(Gather gather, NodeLogs nodeLogs) {
    this.gather = gather;
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

  int run(Verb verb, Console console) throws CommandException, IOException {
    List<String> arguments = new ArrayList<>(verb.arguments());
    String name = arguments.remove(CommandLine.firstWord(Flags.global(), arguments));
    if (name.equals("node-logs")) {
      return nodeLogs.print(arguments, console);
    }
    CommandLine line = CommandLine.parse(console.program() + " adm top", Usage.flags(), arguments);
    return new Usage(gather, console).run(line);
  }
}
