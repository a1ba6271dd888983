package mganalyze.oc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mganalyze.archive.ArchiveFacts;
import mganalyze.archive.ArchiveReader;
import mganalyze.archive.Limits;
import mganalyze.archive.Progress;
import mganalyze.archive.Source;
import mganalyze.archive.Store;
import mganalyze.gather.Gather;
import mganalyze.gather.GatherBuilder;
import mganalyze.yaml.KubernetesPrinter;

/** A must-gather made of a few objects and log files. */
final class TinyGather {
  private final Path root;
  private final Map<String, String> plurals = new HashMap<>();

  private TinyGather(Path root) {
    this.root = root;
  }

  /**
   * Writes a must-gather into a folder and reads it.
   *
   * @param logs text by {@code namespace/pod/container/current.log}, or another file below {@code
   *     logs/}
   */
  static Gather of(Path folder, JsonNode objects, JsonNode logs, Store store) throws IOException {
    TinyGather tiny = new TinyGather(folder.resolve("must-gather.local.1/image"));
    tiny.write("version", "openshift/must-gather\n4.18.0\n");
    tiny.writeObjects(objects);
    for (Map.Entry<String, JsonNode> log : logs.properties()) {
      String[] path = log.getKey().split("/", 4);
      tiny.write(
          "namespaces/%s/pods/%s/%s/%s/logs/%s"
              .formatted(path[0], path[1], path[2], path[2], path[3]),
          log.getValue().asText());
    }
    GatherBuilder builder = new GatherBuilder(() -> {});
    ArchiveFacts facts =
        ArchiveReader.read(
            Source.of(folder.toString()), Limits.defaults(), store, builder, Progress.none());
    return builder.build(facts);
  }

  private void writeObjects(JsonNode objects) throws IOException {
    Map<String, ObjectNode> lists = new TreeMap<>();
    for (JsonNode object : objects) {
      if (object.path("kind").asText().equals("CustomResourceDefinition")) {
        JsonNode spec = object.path("spec");
        plurals.put(spec.at("/names/kind").asText(), spec.at("/names/plural").asText());
      }
    }
    for (JsonNode object : objects) {
      String kind = object.path("kind").asText();
      String version = object.path("apiVersion").asText();
      int slash = version.indexOf('/');
      String group = slash < 0 ? "core" : version.substring(0, slash);
      String namespace = object.at("/metadata/namespace").asText();
      String name = object.at("/metadata/name").asText();
      if (kind.equals("Namespace")) {
        write("namespaces/" + name + "/" + name + ".yaml", KubernetesPrinter.yaml(object));
        // Whatever is collected of a namespace is there, be it empty.
        for (String swept : new String[] {"pods", "events", "configmaps", "services"}) {
          lists.computeIfAbsent(
              "namespaces/" + name + "/core/" + swept + ".yaml", path -> list("v1", "List"));
        }
        continue;
      }
      if (kind.equals("CustomResourceDefinition")) {
        String folder = "cluster-scoped-resources/apiextensions.k8s.io/customresourcedefinitions/";
        write(folder + name + ".yaml", KubernetesPrinter.yaml(object));
        continue;
      }
      String base =
          namespace.isEmpty() ? "cluster-scoped-resources/" : "namespaces/" + namespace + "/";
      ObjectNode list =
          lists.computeIfAbsent(
              base + group + "/" + plural(kind) + ".yaml", path -> list(version, kind + "List"));
      ((ArrayNode) list.path("items")).add(object);
    }
    for (Map.Entry<String, ObjectNode> list : lists.entrySet()) {
      write(list.getKey(), "---\n" + KubernetesPrinter.yaml(list.getValue()));
    }
  }

  private static ObjectNode list(String version, String kind) {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.put("apiVersion", version);
    list.putArray("items");
    list.put("kind", kind);
    return list;
  }

  private String plural(String kind) {
    String word = kind.toLowerCase(Locale.ROOT);
    if (word.equals("endpoints")) {
      return word;
    }
    if (word.endsWith("metrics")) {
      return word.replace("metrics", "s");
    }
    String regular =
        word.endsWith("y")
            ? word.substring(0, word.length() - 1) + "ies"
            : word + (word.endsWith("s") ? "es" : "s");
    return plurals.getOrDefault(kind, regular);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
