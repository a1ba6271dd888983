package mganalyze.oc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import mganalyze.gather.Gather;
import mganalyze.gather.Scope;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.command.CommandLine;
import mganalyze.oc.command.Console;
import mganalyze.oc.command.Flag.Takes;
import mganalyze.oc.command.Flags;
import mganalyze.yaml.KubernetesPrinter;

/** {@code version}: the cluster's; there is no client. */
final class Version {
  private final Gather gather;

  Version(Gather gather) {
    this.gather = gather;
  }

  static Flags flags() {
    return Flags.global()
        .text("output", "o")
        .flag("client", "")
        .ignored("short", "", Takes.NOTHING);
  }

  int run(CommandLine line, Console console) throws CommandException, IOException {
    Optional<String> openShift =
        console.isKubectl() ? Optional.empty() : gather.cluster().openshiftVersion();
    Optional<String> kubernetes = kubernetesVersion();
    if (line.has("client") || openShift.isEmpty() && kubernetes.isEmpty()) {
      throw CommandException.noData(
          "the archive does not tell the version of "
              + (line.has("client") ? "a client" : "the cluster"),
          "the version");
    }
    String output = line.text("output").orElse("");
    switch (output) {
      case "" -> console.print(words(console, openShift, kubernetes));
      case "json" -> console.print(KubernetesPrinter.json(object(openShift, kubernetes)));
      case "yaml" -> console.print(KubernetesPrinter.yaml(object(openShift, kubernetes)));
      default -> throw CommandException.error("--output must be 'yaml' or 'json'");
    }
    return 0;
  }

  private static String words(
      Console console, Optional<String> openShift, Optional<String> kubernetes) {
    String name = console.isKubectl() ? "Server Version: " : "Kubernetes Version: ";
    return openShift.map(version -> "Server Version: " + version + "\n").orElse("")
        + kubernetes.map(version -> name + version + "\n").orElse("");
  }

  private static ObjectNode object(Optional<String> openShift, Optional<String> kubernetes) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    openShift.ifPresent(version -> object.put("openshiftVersion", version));
    kubernetes.ifPresent(version -> object.putObject("serverVersion").put("gitVersion", version));
    return object;
  }

  /** The nodes' version, which an archive has more often than the API server's own. */
  private Optional<String> kubernetesVersion() {
    return gather
        .types()
        .find("nodes")
        .flatMap(type -> gather.resources(type, Scope.all()).stream().findFirst())
        .map(node -> node.json().at("/status/nodeInfo/kubeletVersion").asText())
        .filter(version -> !version.isEmpty());
  }
}
