package mganalyze.oc.describe;

import java.util.List;
import java.util.Map;
import mganalyze.oc.value.Quantity;
import mganalyze.oc.value.Struct;

/** The volumes of a pod or template, and the source of a persistent volume. */
final class VolumeSection {
  private static final String[] KINDS = {
    "hostPath",
    "emptyDir",
    "gcePersistentDisk",
    "awsElasticBlockStore",
    "secret",
    "configMap",
    "nfs",
    "iscsi",
    "glusterfs",
    "persistentVolumeClaim",
    "ephemeral",
    "rbd",
    "downwardAPI",
    "azureDisk",
    "vsphereVolume",
    "cinder",
    "local",
    "cephfs",
    "fc",
    "azureFile",
    "flexVolume",
    "projected",
    "csi",
    "image",
    "gitRepo",
    "quobyte",
    "photonPersistentDisk",
    "portworxVolume",
    "scaleIO",
    "storageos",
    "flocker"
  };

  private final Description out;
  private final boolean persistent;

  VolumeSection(Description out) {
    this(out, false);
  }

  private VolumeSection(Description out, boolean persistent) {
    this.out = out;
    this.persistent = persistent;
  }

  /** Prints the source of a persistent volume's spec. */
  static void persistent(Struct spec, Description out) {
    new VolumeSection(out, true).source(spec);
  }

  void print(List<Struct> volumes, String indent) {
    if (volumes.isEmpty()) {
      out.append(indent + "Volumes:\t<none>\n");
      return;
    }
    out.append(indent + "Volumes:\n");
    for (Struct volume : volumes) {
      out.line(1, (indent.isEmpty() ? "" : " ") + volume.text("name") + ":");
      source(volume);
    }
  }

  private void source(Struct volume) {
    for (String kind : KINDS) {
      if (volume.has(kind)) {
        source(kind, volume.at(kind));
        return;
      }
    }
    out.line(1, "<unknown>");
  }

  private void source(String kind, Struct source) {
    switch (kind) {
      case "hostPath" -> {
        type("HostPath (bare host directory volume)");
        texts(source, "Path", "path");
        out.field(2, "HostPathType", source.has("type") ? source.text("type") : "<none>");
      }
      case "emptyDir" -> {
        type("EmptyDir (a temporary directory that shares a pod's lifetime)");
        texts(source, "Medium", "medium");
        Quantity limit = Quantity.of(source.text("sizeLimit"));
        out.field(2, "SizeLimit", limit.value().signum() > 0 ? limit : "<unset>");
      }
      case "secret" -> {
        type("Secret (a volume populated by a Secret)");
        texts(source, "SecretName", "secretName");
        flag(source, "Optional", "optional");
      }
      case "configMap" -> {
        type("ConfigMap (a volume populated by a ConfigMap)");
        texts(source, "Name", "name");
        flag(source, "Optional", "optional");
      }
      case "persistentVolumeClaim" -> {
        type(
            "PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)");
        texts(source, "ClaimName", "claimName");
        flag(source, "ReadOnly", "readOnly");
      }
      case "projected" -> projected(source);
      case "downwardAPI" -> downward(source);
      case "ephemeral" -> {
        type(
            "EphemeralVolume (an inline specification for a volume that gets created and deleted"
                + " with the pod)");
        if (source.has("volumeClaimTemplate")) {
          new ClaimSection(out, "    ").template(source.at("volumeClaimTemplate"));
        }
      }
      case "csi" -> {
        type("CSI (a Container Storage Interface (CSI) volume source)");
        texts(source, "Driver", "driver", "FSType", "fsType");
        if (source.has("volumeHandle")) {
          texts(source, "VolumeHandle", "volumeHandle");
        }
        flag(source, "ReadOnly", "readOnly");
        attributes(source.map("volumeAttributes"));
      }
      default -> {
        if (!new RetiredVolume(out, persistent).print(kind, source)) {
          new RemoteVolume(out).print(kind, source);
        }
      }
    }
  }

  private void projected(Struct volume) {
    type("Projected (a volume that contains injected data from multiple sources)");
    for (Struct source : volume.items("sources")) {
      if (source.has("secret")) {
        out.field(2, "SecretName", source.text("secret", "name"));
        out.field(2, "SecretOptionalName", optional(source, "secret"));
      } else if (source.has("downwardAPI")) {
        out.field(2, "DownwardAPI", "true");
      } else if (source.has("configMap")) {
        out.field(2, "ConfigMapName", source.text("configMap", "name"));
        out.field(2, "ConfigMapOptional", optional(source, "configMap"));
      } else if (source.has("serviceAccountToken")) {
        out.field(
            2, "TokenExpirationSeconds", source.number("serviceAccountToken", "expirationSeconds"));
      }
    }
  }

  private static String optional(Struct source, String kind) {
    return source.has(kind, "optional") ? source.text(kind, "optional") : "<nil>";
  }

  private void downward(Struct source) {
    type("DownwardAPI (a volume populated by information about the pod)");
    out.title(2, "Items");
    for (Struct item : source.items("items")) {
      String from =
          item.has("fieldRef")
              ? item.text("fieldRef", "fieldPath")
              : item.text("resourceFieldRef", "resource");
      out.line(3, from + " -> " + item.text("path"));
    }
  }

  private void type(String text) {
    out.field(2, "Type", text);
  }

  /** Pairs of a name and a field. */
  private void texts(Struct source, String... names) {
    for (int i = 0; i < names.length; i += 2) {
      out.field(2, names[i], source.text(names[i + 1]));
    }
  }

  private void flag(Struct source, String name, String field) {
    out.field(2, name, source.flag(field));
  }

  private void attributes(Map<String, String> attributes) {
    out.append("    VolumeAttributes:\t");
    if (attributes.isEmpty()) {
      out.append("<none>\n");
    }
    boolean first = true;
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      out.append((first ? "" : "    \t") + "    " + shorten(attribute) + "\n");
      first = false;
    }
  }

  private static String shorten(Map.Entry<String, String> attribute) {
    String line = attribute.getKey() + "=" + attribute.getValue();
    return line.length() > 140 ? line.substring(0, 140) + "..." : line;
  }
}
