package mganalyze.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mganalyze.yaml.KubernetesPrinter;
import mganalyze.yaml.Slice;
import mganalyze.yaml.Slices;
import mganalyze.yaml.YamlException;
import mganalyze.yaml.YamlReader;

/** A file of objects, read to be changed and written again in the way that it was. */
final class ObjectFile {
  /** What the virtualization image puts between documents. */
  private static final String RULE = "---------------\n";

  private final Slices.Kind kind;
  private final Optional<ObjectNode> list;
  private final List<ObjectNode> objects;
  private final String start;
  private final boolean json;

  private ObjectFile(
      Slices.Kind kind, Optional<ObjectNode> list, List<ObjectNode> objects, byte[] bytes) {
    this.kind = kind;
    this.list = list;
    this.objects = objects;
    this.json = bytes.length > 0 && bytes[0] == '{';
    this.start = startsWithDashes(bytes) ? "---\n" : "";
  }

  private static boolean startsWithDashes(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == '-' && bytes[1] == '-' && bytes[2] == '-';
  }

  /** Empty for what holds no objects. */
  static Optional<ObjectFile> read(byte[] bytes) {
    Slices slices = YamlReader.split(bytes, 0, bytes.length);
    try {
      return switch (slices.kind()) {
        case LIST -> list(bytes);
        case OBJECT, STREAM -> Optional.of(documents(slices, bytes));
        default -> Optional.empty();
      };
    } catch (YamlException e) {
      // A broken file is part of what a gather tries; it has no objects to change.
      return Optional.empty();
    }
  }

  private static Optional<ObjectFile> list(byte[] bytes) {
    JsonNode whole = YamlReader.read(bytes, 0, bytes.length, Set.of());
    if (!(whole instanceof ObjectNode list)) {
      return Optional.empty();
    }
    List<ObjectNode> objects = new ArrayList<>();
    for (JsonNode item : list.path("items")) {
      if (item instanceof ObjectNode object) {
        objects.add(object);
      }
    }
    return Optional.of(new ObjectFile(Slices.Kind.LIST, Optional.of(list), objects, bytes));
  }

  private static ObjectFile documents(Slices slices, byte[] bytes) {
    List<ObjectNode> objects = new ArrayList<>();
    for (Slice slice : slices.slices()) {
      if (YamlReader.readSlice(bytes, slice, Set.of()) instanceof ObjectNode object) {
        objects.add(object);
      }
    }
    return new ObjectFile(slices.kind(), Optional.empty(), objects, bytes);
  }

  /** A new list as {@code oc adm inspect} writes it. */
  static ObjectFile newList(String apiVersion, String kind) {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.put("apiVersion", apiVersion);
    list.putArray("items");
    list.put("kind", kind + "List");
    return new ObjectFile(
        Slices.Kind.LIST,
        Optional.of(list),
        new ArrayList<>(),
        "---\n".getBytes(StandardCharsets.UTF_8));
  }

  /** One object as {@code oc adm inspect} writes it. */
  static byte[] single(ObjectNode object) {
    return ("---\n" + KubernetesPrinter.yaml(object)).getBytes(StandardCharsets.UTF_8);
  }

  boolean isList() {
    return kind == Slices.Kind.LIST;
  }

  /** To be changed, added to and removed from. */
  List<ObjectNode> objects() {
    return objects;
  }

  byte[] write() {
    if (list.isPresent()) {
      ArrayNode items = list.get().putArray("items");
      objects.forEach(items::add);
      return text(list.get());
    }
    StringBuilder out = new StringBuilder(start);
    for (int i = 0; i < objects.size(); i++) {
      out.append(i == 0 ? "" : RULE).append(KubernetesPrinter.yaml(objects.get(i)));
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] text(JsonNode node) {
    String text = json ? KubernetesPrinter.json(node) : start + KubernetesPrinter.yaml(node);
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
