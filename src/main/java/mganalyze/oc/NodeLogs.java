package mganalyze.oc;

import java.io.IOException;
import java.util.List;
import mganalyze.oc.command.Console;

/** Answers {@code adm node-logs} from what the archive has of the journals of nodes. */
@FunctionalInterface
public interface NodeLogs {
  /** Has none. */
  NodeLogs NONE =
      (arguments, console) -> {
        console.complain("the archive does not have the journals of nodes");
        console.noData().accept("the journals of nodes");
        return 1;
      };

  /**
   * Prints what is asked for; the exit status.
   *
   * @param arguments what follows {@code adm node-logs}
   */
  int print(List<String> arguments, Console console) throws IOException;
}
