package mganalyze.gather;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import mganalyze.archive.Content;
import mganalyze.finding.Nullable;
import mganalyze.finding.Problem;
import mganalyze.yaml.Slice;
import mganalyze.yaml.Slices;
import mganalyze.yaml.YamlException;
import mganalyze.yaml.YamlReader;

/**
 * One file of objects. Split into its objects when somebody asks for its type; each object is
 * parsed only when it may be part of an answer.
 */
final class ResourceFile {
  static final Set<String> DROPPED = Set.of("managedFields");

  private final String path;
  private final Place.Objects place;
  private final Content content;
  private final boolean cut;
  private SoftReference<byte[]> bytes = new SoftReference<>(null);
  private @Nullable Slices slices;
  private @Nullable List<Entry> entries;
  private boolean hasUnnamed;

  /** One object in the file: the same one for whoever asks, so that its identity tells it. */
  static final class Entry {
    private final ResourceFile file;
    private final Slice slice;
    private final String namespace;
    private final String name;
    private final String resourceVersion;

    private Entry(
        ResourceFile file, Slice slice, String namespace, String name, String resourceVersion) {
      this.file = file;
      this.slice = slice;
      this.namespace = namespace;
      this.name = name;
      this.resourceVersion = resourceVersion;
    }

    ResourceFile file() {
      return file;
    }

    Slice slice() {
      return slice;
    }

    String namespace() {
      return namespace;
    }

    String name() {
      return name;
    }

    String resourceVersion() {
      return resourceVersion;
    }
  }

  ResourceFile(String path, Place.Objects place, Content content, boolean cut) {
    this.path = path;
    this.place = place;
    this.content = content;
    this.cut = cut;
  }

  String path() {
    return path;
  }

  Place.Objects place() {
    return place;
  }

  /** Whether it holds all objects of its type (in its namespace), not one by name. */
  synchronized boolean isList() {
    Slices.Kind kind = slices().kind();
    return kind == Slices.Kind.LIST;
  }

  /**
   * Whether part of it is lost: cut by damage of the archive, a list that ends before its kind,
   * which every tool writes behind the items, or with something that is no object with a name.
   * Objects that do not parse are not counted here.
   */
  synchronized boolean isDamaged(Consumer<Problem> problems) {
    entries(problems);
    return cut || hasUnnamed || isList() && slices().kindName().isEmpty();
  }

  synchronized byte[] bytes() {
    byte[] text = bytes.get();
    if (text == null) {
      text = content.decompressed().bytes();
      bytes = new SoftReference<>(text);
    }
    return text;
  }

  /** Its objects, in the order of the file; what cannot be read goes to {@code problems}, once. */
  synchronized List<Entry> entries(Consumer<Problem> problems) {
    if (entries == null) {
      entries = identify(problems);
    }
    return entries;
  }

  private Slices slices() {
    if (slices == null) {
      byte[] bytes = bytes();
      slices = YamlReader.split(bytes, 0, bytes.length);
    }
    return slices;
  }

  private List<Entry> identify(Consumer<Problem> problems) {
    byte[] bytes = bytes();
    List<Entry> found = new ArrayList<>();
    Slices parts = slices();
    if (parts.kind() == Slices.Kind.EMPTY || parts.kind() == Slices.Kind.NOT_YAML) {
      hasUnnamed = true;
      problems.accept(new Problem(path, Problem.Kind.NOT_A_RESOURCE, describe(bytes)));
      return List.of();
    }
    for (Slice slice : parts.slices()) {
      SliceIdentity identity = SliceIdentity.scan(bytes, slice);
      String name = identity.name();
      String namespace = identity.namespace();
      boolean parses = true;
      if (name.isEmpty()) {
        Optional<JsonNode> metadata = readMetadata(bytes, slice, problems);
        name = metadata.map(node -> node.path("name").asText()).orElse("");
        namespace = metadata.map(node -> node.path("namespace").asText()).orElse("");
        parses = metadata.isPresent();
      }
      if (name.isEmpty()) {
        if (parses || parts.slices().size() > 1) {
          problems.accept(
              new Problem(
                  path,
                  Problem.Kind.NOT_A_RESOURCE,
                  "line " + slice.line() + ": no object with a name"));
        }
        hasUnnamed = true;
        continue;
      }
      if (namespace.isEmpty()) {
        namespace = place.namespace();
      }
      found.add(new Entry(this, slice, namespace, name, identity.resourceVersion()));
    }
    return List.copyOf(found);
  }

  /** Empty if the object does not parse. */
  private Optional<JsonNode> readMetadata(byte[] bytes, Slice slice, Consumer<Problem> problems) {
    try {
      return Optional.of(YamlReader.readSlice(bytes, slice, DROPPED).path("metadata"));
    } catch (YamlException e) {
      problems.accept(unreadable(e));
      return Optional.empty();
    }
  }

  /** That an object of this file does not parse. */
  Problem unreadable(YamlException e) {
    return new Problem(path, Problem.Kind.UNREADABLE, e.getMessage());
  }

  /** What a file that is no resource starts with. */
  static String describe(byte[] bytes) {
    if (bytes.length == 0) {
      return "the file is empty";
    }
    int end = 0;
    while (end < bytes.length && end < 120 && bytes[end] != '\n') {
      end++;
    }
    return "no YAML object: " + new String(bytes, 0, end, StandardCharsets.UTF_8).strip();
  }
}
