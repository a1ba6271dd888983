package mganalyze.oc.describe;

import mganalyze.oc.value.Struct;

/** Kinds of volumes that Kubernetes has given up; old clusters and old definitions have them. */
final class RetiredVolume {
  private final Description out;
  private final boolean persistent;

  /**
   * @param persistent whether it is the source of a persistent volume, which says more than that of
   *     a pod
   */
  RetiredVolume(Description out, boolean persistent) {
    this.out = out;
    this.persistent = persistent;
  }

  /** Whether the kind is one of them; only then something is printed. */
  boolean print(String kind, Struct source) {
    switch (kind) {
      case "gitRepo" ->
          texts(
              "GitRepo (a volume that is pulled from git when the pod is created)",
              source,
              "Repository",
              "repository",
              "Revision",
              "revision");
      case "glusterfs" -> glusterfs(source);
      case "quobyte" -> {
        texts(
            "Quobyte (a Quobyte mount on the host that shares a pod's lifetime)",
            source,
            "Registry",
            "registry",
            "Volume",
            "volume");
        readOnly(source);
      }
      case "photonPersistentDisk" ->
          texts(
              "PhotonPersistentDisk (a Persistent Disk resource in photon platform)",
              source,
              "PdID",
              "pdID",
              "FSType",
              "fsType");
      case "portworxVolume" ->
          texts("PortworxVolume (a Portworx Volume resource)", source, "VolumeID", "volumeID");
      case "scaleIO" -> scaleIo(source);
      case "storageos" -> {
        texts(
            "StorageOS (a StorageOS Persistent Disk resource)",
            source,
            "VolumeName",
            "volumeName",
            "VolumeNamespace",
            "volumeNamespace",
            "FSType",
            "fsType");
        readOnly(source);
      }
      case "flocker" ->
          texts(
              "Flocker (a Flocker volume mounted by the Flocker agent)",
              source,
              "DatasetName",
              "datasetName",
              "DatasetUUID",
              "datasetUUID");
      default -> {
        return false;
      }
    }
    return true;
  }

  private void glusterfs(Struct source) {
    texts(
        "Glusterfs (a Glusterfs mount on the host that shares a pod's lifetime)",
        source,
        "EndpointsName",
        "endpoints");
    if (persistent) {
      out.field(2, "EndpointsNamespace", source.textOr("<unset>", "endpointsNamespace"));
    }
    out.field(2, "Path", source.text("path"));
    readOnly(source);
  }

  private void scaleIo(Struct source) {
    texts(
        "ScaleIO (a persistent volume backed by a block device in ScaleIO)",
        source,
        "Gateway",
        "gateway",
        "System",
        "system",
        "Protection Domain",
        "protectionDomain",
        "Storage Pool",
        "storagePool",
        "Storage Mode",
        "storageMode",
        "VolumeName",
        "volumeName");
    if (persistent) {
      out.field(2, "SecretName", source.text("secretRef", "name"));
      out.field(2, "SecretNamespace", source.text("secretRef", "namespace"));
    }
    out.field(2, "FSType", source.text("fsType"));
    readOnly(source);
  }

  /** The type, then pairs of a name and a field. */
  private void texts(String type, Struct source, String... names) {
    out.field(2, "Type", type);
    for (int i = 0; i < names.length; i += 2) {
      out.field(2, names[i], source.text(names[i + 1]));
    }
  }

  private void readOnly(Struct source) {
    out.field(2, "ReadOnly", source.flag("readOnly"));
  }
}
