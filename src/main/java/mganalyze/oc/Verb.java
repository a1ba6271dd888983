package mganalyze.oc;

import java.util.ArrayList;
import java.util.List;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.command.CommandLine;
import mganalyze.oc.command.Flags;
import mganalyze.shell.NeedsClusterException;
import mganalyze.shell.UnsupportedCommandException;

/**
 * A command of the program, with all other arguments.
 *
 * @param arguments the words and flags around the command's name, in order
 */
record Verb(String name, List<String> arguments) {

  /**
   * Finds the command among global flags.
   *
   * @throws NeedsClusterException for a command that changes a cluster, or asks one
   * @throws UnsupportedCommandException for other commands that are not interpreted
   * @throws CommandException for what the program does not know either
   */
  static Verb find(String program, List<String> arguments) throws CommandException {
    int place = CommandLine.firstWord(Flags.global(), arguments);
    if (place < 0) {
      throw new UnsupportedCommandException(program + " without a command");
    }
    String name = arguments.get(place);
    List<String> rest = new ArrayList<>(arguments);
    rest.remove(place);
    switch (name) {
      case "get",
          "describe",
          "logs",
          "log",
          "api-resources",
          "version",
          "whoami",
          "project",
          "projects",
          "config",
          "adm",
          "top" ->
          checkProgram(program, name, rest);
      case "delete",
          "patch",
          "apply",
          "create",
          "edit",
          "scale",
          "annotate",
          "label",
          "run",
          "expose",
          "set",
          "replace",
          "autoscale",
          "taint",
          "cordon",
          "uncordon",
          "drain",
          "rollout",
          "rollback",
          "tag",
          "import-image",
          "new-app",
          "new-build",
          "new-project",
          "start-build",
          "cancel-build",
          "policy",
          "secrets",
          "idle",
          "certificate" ->
          throw new NeedsClusterException(
              program + " " + name + " would change the cluster; an archive can only be read");
      case "exec",
          "login",
          "logout",
          "debug",
          "rsh",
          "cp",
          "rsync",
          "port-forward",
          "proxy",
          "attach",
          "wait",
          "auth",
          "cluster-info",
          "diff",
          "extract",
          "image",
          "observe",
          "registry" ->
          throw new NeedsClusterException(program + " " + name + " needs a live cluster");
      case "explain",
          "status",
          "events",
          "process",
          "kustomize",
          "plugin",
          "completion",
          "api-versions",
          "options",
          "convert",
          "ex",
          "help" ->
          throw new UnsupportedCommandException(program + " " + name);
      default ->
          throw CommandException.error("unknown command \"" + name + "\" for \"" + program + "\"");
    }
    return new Verb(name, List.copyOf(rest));
  }

  /** Some commands belong to one of the two programs only. */
  private static void checkProgram(String program, String name, List<String> rest) {
    boolean openShift = name.equals("whoami") || name.startsWith("project") || name.equals("adm");
    boolean kubernetes = name.equals("top");
    if (program.equals("kubectl") ? openShift : kubernetes) {
      throw new UnsupportedCommandException(program + " " + name);
    }
    if (name.equals("adm")) {
      Administration.check(rest);
    }
  }
}
