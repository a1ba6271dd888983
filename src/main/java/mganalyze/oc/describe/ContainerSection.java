package mganalyze.oc.describe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import mganalyze.oc.value.GoSort;
import mganalyze.oc.value.Quantity;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;

/** The containers of a pod, or of a pod template, which has no status. */
final class ContainerSection {
  private final Description out;
  private final Struct pod;
  private final String indent;

  /**
   * @param pod the pod that environment variables refer to; an empty one for a template
   * @param indent blanks before the section's title
   */
  ContainerSection(Description out, Struct pod, String indent) {
    this.out = out;
    this.pod = pod;
    this.indent = indent;
  }

  void print(String title, List<Struct> containers, List<Struct> statuses) {
    Map<String, Struct> byName = new HashMap<>();
    statuses.forEach(status -> byName.put(status.text("name"), status));
    out.append(indent + title + ":" + (containers.isEmpty() ? " <none>" : "") + "\n");
    for (Struct container : containers) {
      // In a template, names stand one blank further in.
      out.line(1, (indent.isEmpty() ? "" : " ") + container.text("name") + ":");
      Struct status = byName.get(container.text("name"));
      basics(container, status);
      words("Command", container.texts("command"));
      words("Args", container.texts("args"));
      if (status != null) {
        state(status);
      }
      quantities("Limits", container.map("resources", "limits"));
      quantities("Requests", container.map("resources", "requests"));
      probe("Liveness", container, "livenessProbe");
      probe("Readiness", container, "readinessProbe");
      probe("Startup", container, "startupProbe");
      new EnvironmentSection(out, pod).print(container);
      mounts(container);
    }
  }

  private void basics(Struct container, Struct status) {
    if (status != null) {
      out.field(2, "Container ID", status.text("containerID"));
    }
    out.field(2, "Image", container.text("image"));
    if (status != null) {
      out.field(2, "Image ID", status.text("imageID"));
    }
    ports("Port", container, "containerPort");
    ports("Host Port", container, "hostPort");
    Struct profile = container.at("securityContext", "seccompProfile");
    if (profile.has("type")) {
      out.field(2, "SeccompProfile", profile.text("type"));
      if (profile.text("type").equals("Localhost")) {
        out.field(3, "LocalhostProfile", profile.text("localhostProfile"));
      }
    }
  }

  private void ports(String name, Struct container, String field) {
    List<String> ports =
        container.items("ports").stream()
            .map(port -> port.number(field) + "/" + port.text("protocol"))
            .toList();
    String text = ports.isEmpty() ? "<none>" : String.join(", ", ports);
    out.field(2, ports.size() > 1 ? name + "s" : name, text);
  }

  private void words(String name, List<String> words) {
    if (words.isEmpty()) {
      return;
    }
    out.title(2, name);
    for (String word : words) {
      for (String line : word.split("\n", -1)) {
        out.line(3, line);
      }
    }
  }

  private void state(Struct status) {
    state("State", status.at("state"));
    if (status.has("lastState", "terminated")) {
      state("Last State", status.at("lastState"));
    }
    out.field(2, "Ready", status.flag("ready") ? "True" : "False");
    out.field(2, "Restart Count", status.number("restartCount"));
  }

  private void state(String name, Struct state) {
    if (state.has("running")) {
      out.field(2, name, "Running");
      out.field(3, "Started", Times.rfc1123(state.text("running", "startedAt")));
    } else if (state.has("terminated") && !state.has("waiting")) {
      Struct end = state.at("terminated");
      out.field(2, name, "Terminated");
      optional("Reason", end.text("reason"));
      optional("Message", end.text("message"));
      out.field(3, "Exit Code", end.number("exitCode"));
      if (end.number("signal") > 0) {
        out.field(3, "Signal", end.number("signal"));
      }
      out.field(3, "Started", Times.rfc1123(end.text("startedAt")));
      out.field(3, "Finished", Times.rfc1123(end.text("finishedAt")));
    } else {
      out.field(2, name, "Waiting");
      optional("Reason", state.text("waiting", "reason"));
    }
  }

  private void optional(String name, String value) {
    if (!value.isEmpty()) {
      out.field(3, name, value);
    }
  }

  private void quantities(String name, SortedMap<String, String> quantities) {
    if (!quantities.isEmpty()) {
      out.title(2, name);
      quantities.forEach((key, value) -> out.field(3, key, Quantity.of(value)));
    }
  }

  private void probe(String name, Struct container, String field) {
    if (container.has(field)) {
      out.field(2, name, Probe.text(container.at(field)));
    }
  }

  private void mounts(Struct container) {
    List<Struct> mounts = container.items("volumeMounts");
    String none = mounts.isEmpty() ? "\t<none>" : "";
    out.line(2, "Mounts:" + none);
    for (Struct mount : GoSort.sorted(mounts, (a, b) -> before(a, b, "mountPath"))) {
      String path = mount.text("subPath");
      out.line(
          3,
          mount.text("mountPath")
              + " from "
              + mount.text("name")
              + (mount.flag("readOnly") ? " (ro" : " (rw")
              + (path.isEmpty() ? ")" : ",path=\"" + path + "\")"));
    }
    List<Struct> devices = container.items("volumeDevices");
    if (!devices.isEmpty()) {
      out.line(2, "Devices:" + none);
      for (Struct device : GoSort.sorted(devices, (a, b) -> before(a, b, "devicePath"))) {
        out.line(3, device.text("devicePath") + " from " + device.text("name"));
      }
    }
  }

  private static boolean before(Struct left, Struct right, String field) {
    return left.text(field).compareTo(right.text(field)) < 0;
  }
}
