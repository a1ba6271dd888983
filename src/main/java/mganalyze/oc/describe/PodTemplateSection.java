package mganalyze.oc.describe;

import java.util.List;
import mganalyze.oc.value.Struct;

/** The pod template of a workload. */
final class PodTemplateSection {
  private PodTemplateSection() {}

  static void print(Struct template, Description out) {
    out.title(0, "Pod Template");
    out.pairs("  Labels", template.map("metadata", "labels"));
    if (template.size("metadata", "annotations") > 0) {
      out.annotations("  Annotations", template.map("metadata", "annotations"));
    }
    String account = template.text("spec", "serviceAccountName");
    if (!account.isEmpty()) {
      out.field(1, "Service Account", account);
    }
    ContainerSection containers = new ContainerSection(out, Struct.EMPTY, "  ");
    if (template.size("spec", "initContainers") > 0) {
      containers.print("Init Containers", template.items("spec", "initContainers"), List.of());
    }
    containers.print("Containers", template.items("spec", "containers"), List.of());
    new VolumeSection(out).print(template.items("spec", "volumes"), "  ");
    Placement.spread(out, "  ", template.items("spec", "topologySpreadConstraints"));
    String priority = template.text("spec", "priorityClassName");
    if (!priority.isEmpty()) {
      out.field(1, "Priority Class Name", priority);
    }
    out.pairs("  Node-Selectors", template.map("spec", "nodeSelector"));
    Placement.tolerations(out, "  ", template.items("spec", "tolerations"));
  }
}
