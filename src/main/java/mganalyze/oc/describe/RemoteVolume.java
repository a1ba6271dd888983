package mganalyze.oc.describe;

import java.util.Map;
import mganalyze.jsonpath.GoValue;
import mganalyze.oc.value.Struct;

/** Volumes on storage that is reached over a network, and local disks. */
final class RemoteVolume {
  private final Description out;

  RemoteVolume(Description out) {
    this.out = out;
  }

  void print(String kind, Struct source) {
    switch (kind) {
      case "nfs" -> {
        type("NFS (an NFS mount that lasts the lifetime of a pod)");
        texts(source, "Server", "server", "Path", "path");
      }
      case "gcePersistentDisk" -> {
        type("GCEPersistentDisk (a Persistent Disk resource in Google Compute Engine)");
        texts(source, "PDName", "pdName", "FSType", "fsType");
        out.field(2, "Partition", source.number("partition"));
      }
      case "awsElasticBlockStore" -> {
        type("AWSElasticBlockStore (a Persistent Disk resource in AWS)");
        texts(source, "VolumeID", "volumeID", "FSType", "fsType");
        out.field(2, "Partition", source.number("partition"));
      }
      case "rbd" -> {
        type("RBD (a Rados Block Device mount on the host that shares a pod's lifetime)");
        list(source, "CephMonitors", "monitors");
        texts(source, "RBDImage", "image", "FSType", "fsType", "RBDPool", "pool");
        texts(source, "RadosUser", "user", "Keyring", "keyring");
        reference(source);
      }
      case "cephfs" -> {
        type("CephFS (a CephFS mount on the host that shares a pod's lifetime)");
        list(source, "Monitors", "monitors");
        texts(source, "Path", "path", "User", "user", "SecretFile", "secretFile");
        reference(source);
      }
      case "iscsi" -> {
        iscsi(source);
        return;
      }
      case "azureDisk" -> {
        type("AzureDisk (an Azure Data Disk mount on the host and bind mount to the pod)");
        texts(source, "DiskName", "diskName", "DiskURI", "diskURI");
        texts(source, "Kind", "kind", "FSType", "fsType", "CachingMode", "cachingMode");
      }
      case "azureFile" -> {
        type("AzureFile (an Azure File Service mount on the host and bind mount to the pod)");
        texts(source, "SecretName", "secretName");
        if (source.has("secretNamespace")) {
          texts(source, "SecretNamespace", "secretNamespace");
        }
        texts(source, "ShareName", "shareName");
      }
      case "vsphereVolume" -> {
        type("vSphereVolume (a Persistent Disk resource in vSphere)");
        texts(source, "VolumePath", "volumePath", "FSType", "fsType");
        texts(source, "StoragePolicyName", "storagePolicyName");
        return;
      }
      case "cinder" -> {
        type("Cinder (a Persistent Disk resource in OpenStack)");
        texts(source, "VolumeID", "volumeID", "FSType", "fsType");
        flag(source, "ReadOnly", "readOnly");
        reference(source);
        return;
      }
      case "local" -> {
        type("LocalVolume (a persistent volume backed by local storage on a node)");
        texts(source, "Path", "path");
        return;
      }
      case "fc" -> {
        type("FC (a Fibre Channel disk)");
        out.field(2, "TargetWWNs", String.join(", ", source.texts("targetWWNs")));
        out.field(2, "LUN", source.textOr("<none>", "lun"));
        texts(source, "FSType", "fsType");
      }
      case "image" -> {
        type("Image (a container image or OCI artifact)");
        texts(source, "Reference", "reference", "PullPolicy", "pullPolicy");
        return;
      }
      default -> {
        type(
            "FlexVolume (a generic volume resource that is provisioned/attached using an exec"
                + " based plugin)");
        texts(source, "Driver", "driver", "FSType", "fsType");
        reference(source);
        flag(source, "ReadOnly", "readOnly");
        out.field(2, "Options", "map" + pairs(source.map("options")));
        return;
      }
    }
    flag(source, "ReadOnly", "readOnly");
  }

  private void iscsi(Struct source) {
    type(
        "ISCSI (an ISCSI Disk resource that is attached to a kubelet's host machine and then"
            + " exposed to the pod)");
    texts(source, "TargetPortal", "targetPortal", "IQN", "iqn");
    out.field(2, "Lun", source.number("lun"));
    out.row(2, "ISCSIInterface", source.text("iscsiInterface"));
    texts(source, "FSType", "fsType");
    flag(source, "ReadOnly", "readOnly");
    list(source, "Portals", "portals");
    flag(source, "DiscoveryCHAPAuth", "chapAuthDiscovery");
    flag(source, "SessionCHAPAuth", "chapAuthSession");
    reference(source);
    out.field(2, "InitiatorName", source.textOr("<none>", "initiatorName"));
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

  private void list(Struct source, String name, String field) {
    out.field(2, name, source.has(field) ? GoValue.print(source.at(field).node()) : "[]");
  }

  private void reference(Struct source) {
    String name = source.text("secretRef", "name");
    String namespace = source.text("secretRef", "namespace");
    boolean both = source.has("secretRef", "namespace");
    String set =
        both
            ? "&SecretReference{Name:" + name + ",Namespace:" + namespace + ",}"
            : "&LocalObjectReference{Name:" + name + ",}";
    out.field(2, "SecretRef", source.has("secretRef") ? set : "nil");
  }

  private static String pairs(Map<String, String> map) {
    return "["
        + String.join(
            " ", map.entrySet().stream().map(e -> e.getKey() + ":" + e.getValue()).toList())
        + "]";
  }
}
