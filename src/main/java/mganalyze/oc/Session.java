package mganalyze.oc;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import mganalyze.gather.Gather;
import mganalyze.gather.Query;
import mganalyze.gather.Resource;
import mganalyze.gather.Scope;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.command.CommandLine;
import mganalyze.oc.command.Console;
import mganalyze.oc.command.Finder;
import mganalyze.oc.command.Flag.Takes;
import mganalyze.oc.command.Flags;
import mganalyze.shell.NeedsClusterException;
import mganalyze.shell.UnsupportedCommandException;

/** What a user's session would be: an archive has a server, but no user and no contexts. */
final class Session {
  private final Gather gather;

  Session(Gather gather) {
    this.gather = gather;
  }

  static Flags flags() {
    return Flags.global()
        .flag("show-server", "")
        .flag("show-console", "")
        .flag("show-context", "c")
        .flag("show-token", "t")
        .flag("short", "q")
        .flag("minify", "")
        .ignored("raw", "", Takes.NOTHING)
        .ignored("output", "o", Takes.TEXT);
  }

  int run(String command, CommandLine line, Console console) throws CommandException, IOException {
    switch (command) {
      case "whoami":
        return whoAmI(line, console);
      case "project":
        return project(line, console);
      case "projects":
        return projects(line, console);
      default:
        return config(line, console);
    }
  }

  private int whoAmI(CommandLine line, Console console) throws CommandException, IOException {
    if (line.has("show-server")) {
      console.print(known("infrastructures.config.openshift.io", "/status/apiServerURL") + "\n");
      return 0;
    }
    if (line.has("show-console")) {
      console.print(known("consoles.config.openshift.io", "/status/consoleURL") + "\n");
      return 0;
    }
    throw new NeedsClusterException("oc whoami needs a live cluster: an archive has no user");
  }

  private String known(String type, String pointer) throws CommandException {
    return find(type, pointer)
        .orElseThrow(() -> CommandException.noData("the archive does not have " + type, type));
  }

  private Optional<String> find(String type, String pointer) {
    return gather.types().find(type).stream()
        .flatMap(found -> gather.resources(found, Scope.all()).stream())
        .map(resource -> resource.json().at(pointer))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .findFirst();
  }

  private int project(CommandLine line, Console console) throws IOException {
    if (!line.words().isEmpty()) {
      throw new UnsupportedCommandException(
          "oc project " + line.words().get(0) + " (name the namespace with -n)");
    }
    if (line.has("short")) {
      console.print("default\n");
      return 0;
    }
    String server =
        find("infrastructures.config.openshift.io", "/status/apiServerURL")
            .map(url -> " on server \"" + url + "\"")
            .orElse("");
    console.print("Using project \"default\"" + server + ".\n");
    return 0;
  }

  private int projects(CommandLine line, Console console) throws IOException {
    Finder finder = new Finder(gather, console);
    List<Resource> namespaces =
        finder.list(Query.of(gather.types().find("namespaces").orElseThrow(), Scope.all()));
    StringBuilder text = new StringBuilder();
    if (!line.has("short")) {
      text.append(
          "You have access to the following projects and can switch between them with "
              + "' project <projectname>':\n\n");
    }
    for (Resource namespace : namespaces) {
      boolean current = namespace.name().equals("default");
      text.append(line.has("short") ? "" : current ? "  * " : "    ")
          .append(namespace.name())
          .append('\n');
    }
    console.print(text.toString());
    return finder.complainOfGaps() ? 1 : 0;
  }

  private int config(CommandLine line, Console console) throws CommandException, IOException {
    String what = line.words().isEmpty() ? "" : line.words().get(0);
    switch (what) {
      case "current-context":
        throw CommandException.error("current-context is not set");
      case "view":
        console.print(
            "apiVersion: v1\nclusters: []\ncontexts: []\ncurrent-context: \"\"\nkind: Config\npreferences: {}\nusers: []\n");
        return 0;
      case "get-contexts":
        console.print("CURRENT   NAME   CLUSTER   AUTHINFO   NAMESPACE\n");
        return 0;
      default:
        throw new UnsupportedCommandException((console.program() + " config " + what).strip());
    }
  }
}
