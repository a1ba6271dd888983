package mganalyze.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import mganalyze.gather.ResourceType;

/** Where the producers write an object. */
final class Placement {
  private final FileTree tree;
  private final ResourceType type;
  private boolean placed;

  Placement(FileTree tree, ResourceType type) {
    this.tree = tree;
    this.type = type;
  }

  /** Throws {@link EditException} if no image of the gather collects such objects. */
  void put(ObjectNode object) throws EditException {
    String namespace = object.at("/metadata/namespace").asText();
    String name = object.at("/metadata/name").asText();
    for (String image : tree.images()) {
      boolean virtualization = tree.virtualization().filter(image::equals).isPresent();
      if (type.namespaced()) {
        putInList(image, namespace, object);
      }
      Optional<String> single =
          virtualization
              ? ofVirtualization(image, namespace, name, object)
              : ofOpenShift(image, namespace, name);
      if (single.isPresent()) {
        putSingle(single.get(), object);
      }
    }
    if (!placed && type.namespaced()) {
      putNewList(namespace, object);
    }
    if (!placed) {
      throw new EditException(
          type.kind() + "/" + name + ": no image of this gather collects " + type.plural());
    }
  }

  private static String group(ResourceType type) {
    return type.group().isEmpty() ? "core" : type.group();
  }

  private String listPath(String image, String namespace) {
    return image + "namespaces/" + namespace + "/" + group(type) + "/" + type.plural() + ".yaml";
  }

  private void putSingle(String path, ObjectNode object) {
    tree.put(path, ObjectFile.single(object));
    placed = true;
  }

  /** A namespace that was inspected has a list of each type. */
  private void putInList(String image, String namespace, ObjectNode object) {
    String path = listPath(image, namespace);
    if (!tree.has(path)) {
      return;
    }
    Optional<ObjectFile> list = ObjectFile.read(tree.content(path)).filter(ObjectFile::isList);
    if (list.isEmpty()) {
      return;
    }
    list.get().objects().add(object);
    tree.put(path, list.get().write());
    placed = true;
    putPod(image, namespace, object);
  }

  private void putPod(String image, String namespace, ObjectNode object) {
    if (type.qualifiedPlural().equals("pods")) {
      String name = object.at("/metadata/name").asText();
      putSingle(image + "namespaces/" + namespace + "/pods/" + name + "/" + name + ".yaml", object);
    }
  }

  /** The namespace was not inspected until now. */
  private void putNewList(String namespace, ObjectNode object) {
    Optional<String> image = tree.virtualization().or(tree::openShift);
    if (image.isEmpty()) {
      return;
    }
    ObjectFile list =
        ObjectFile.newList(object.path("apiVersion").asText(type.apiVersion()), type.kind());
    list.objects().add(object);
    tree.put(listPath(image.get(), namespace), list.write());
    placed = true;
    putPod(image.get(), namespace, object);
  }

  private Optional<String> ofOpenShift(String image, String namespace, String name) {
    String group = type.group();
    if (!type.namespaced()) {
      return isVirtualization(type) ? Optional.empty() : Optional.of(clusterPath(image, name));
    }
    boolean everywhere =
        type.plural().equals("leases")
            || type.plural().equals("csistoragecapacities")
            || group.equals("operators.coreos.com");
    return everywhere ? Optional.of(namespacedPath(image, namespace, name)) : Optional.empty();
  }

  private Optional<String> ofVirtualization(
      String image, String namespace, String name, JsonNode object) {
    if (type.qualifiedPlural().equals("virtualmachines.kubevirt.io")) {
      return Optional.of(
          image
              + "namespaces/"
              + namespace
              + "/kubevirt.io/virtualmachines/"
              + origin(object)
              + "/"
              + name
              + ".yaml");
    }
    if (isVirtualization(type)) {
      String folder =
          type.namespaced() ? "namespaces/" + namespace + "/crs/" : "cluster-scoped-resources/";
      return Optional.of(image + folder + type.qualifiedPlural() + "/" + name + ".yaml");
    }
    if (type.namespaced()) {
      return isCollected(object)
          ? Optional.of(namespacedPath(image, namespace, name))
          : Optional.empty();
    }
    boolean own =
        switch (type.qualifiedPlural()) {
          case "nodes",
              "nodenetworkstates.nmstate.io",
              "nodenetworkconfigurationpolicies.nmstate.io" ->
              true;
          case "customresourcedefinitions.apiextensions.k8s.io" -> name.contains("kubevirt.io");
          // Since 2025-11; a folder of them shows such an image.
          default ->
              tree.hasFolder(image + "cluster-scoped-resources/storage.k8s.io/csinodes/")
                  && isStorage();
        };
    return own ? Optional.of(clusterPath(image, name)) : Optional.empty();
  }

  private boolean isStorage() {
    return type.group().equals("storage.k8s.io")
        || type.qualifiedPlural().equals("persistentvolumes");
  }

  private boolean isCollected(JsonNode object) {
    return switch (type.qualifiedPlural()) {
      case "persistentvolumeclaims", "network-attachment-definitions.k8s.cni.cncf.io" -> true;
      case "pods" -> object.at("/metadata/labels").has("cdi.kubevirt.io");
      default -> false;
    };
  }

  private static String origin(JsonNode machine) {
    boolean fromTemplate = false;
    for (var label : machine.at("/metadata/labels").properties()) {
      fromTemplate |= label.getKey().startsWith("vm.kubevirt.io/template");
    }
    return fromTemplate ? "template-based" : "custom";
  }

  /** The types that the virtualization image collects through their definitions. */
  private static boolean isVirtualization(ResourceType type) {
    String group = type.group();
    return group.equals("kubevirt.io")
        || group.endsWith(".kubevirt.io")
        || group.endsWith("snapshot.storage.k8s.io");
  }

  private String clusterPath(String image, String name) {
    return image
        + "cluster-scoped-resources/"
        + group(type)
        + "/"
        + type.plural()
        + "/"
        + name
        + ".yaml";
  }

  private String namespacedPath(String image, String namespace, String name) {
    return image
        + "namespaces/"
        + namespace
        + "/"
        + group(type)
        + "/"
        + type.plural()
        + "/"
        + name
        + ".yaml";
  }
}
