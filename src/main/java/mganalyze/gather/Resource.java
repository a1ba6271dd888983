package mganalyze.gather;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mganalyze.finding.Nullable;
import mganalyze.finding.ObjectReference;
import mganalyze.finding.Problem;
import mganalyze.yaml.YamlException;
import mganalyze.yaml.YamlReader;

/**
 * One object of the cluster with every file that holds it; the newest resource version speaks for
 * it. Parsed when first asked for.
 */
public final class Resource {
  private final ResourceType type;
  private final List<ResourceFile.Entry> entries;
  private final Consumer<Problem> problems;

  /** How many of the entries, from the first, turned out not to parse. */
  private volatile int broken;

  private volatile SoftReference<ObjectNode> json = new SoftReference<>(null);

  /** Takes the object's places, the newest version first. */
  Resource(ResourceType type, List<ResourceFile.Entry> entries, Consumer<Problem> problems) {
    this.type = type;
    this.entries = List.copyOf(entries);
    this.problems = problems;
  }

  public ResourceType type() {
    return type;
  }

  /** Empty for cluster scope. */
  public String namespace() {
    return entries.get(0).namespace();
  }

  public String name() {
    return entries.get(0).name();
  }

  /**
   * The object without {@code managedFields}, not to be changed. Only resources that parse are ever
   * handed out.
   */
  public ObjectNode json() {
    return parsed()
        .orElseThrow(() -> new IllegalStateException(paths().get(0) + ": does not parse"));
  }

  /** The archive path that {@link #json()} was read from. */
  public String path() {
    return best().file().path();
  }

  /** The archive paths that hold it; the one that {@link #json()} was read from comes first. */
  public List<String> paths() {
    List<String> paths = new ArrayList<>();
    paths.add(best().file().path());
    for (ResourceFile.Entry entry : entries) {
      if (!paths.contains(entry.file().path())) {
        paths.add(entry.file().path());
      }
    }
    return paths;
  }

  /**
   * Line, from 1, in the first of {@link #paths()} on which the value at a path of keys and indexes
   * stands, or its nearest ancestor.
   */
  public int lineOf(List<Object> path) {
    ResourceFile.Entry entry = best();
    return YamlReader.lineOf(entry.file().bytes(), entry.slice(), path);
  }

  /** The text of the first of {@link #paths()}. */
  public byte[] text() {
    return best().file().bytes();
  }

  private ResourceFile.Entry best() {
    int first = broken;
    return entries.get(first < entries.size() ? first : 0);
  }

  public ObjectReference reference() {
    ObjectNode object = json();
    return new ObjectReference(
        object.path("apiVersion").asText(type.apiVersion()),
        object.path("kind").asText(type.kind()),
        namespace(),
        name());
  }

  /**
   * Whether all the words occur in the bytes of one of its copies; what fails this does not match a
   * selector that needs them. Which copy parses is not known yet, so any of them will do.
   */
  boolean holds(List<ByteSearch> words) {
    for (ResourceFile.Entry entry : entries) {
      if (holds(entry, words)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(ResourceFile.Entry entry, List<ByteSearch> words) {
    if (words.isEmpty()) {
      return true;
    }
    byte[] bytes = entry.file().bytes();
    for (ByteSearch word : words) {
      if (!word.isIn(bytes, entry.slice().from(), entry.slice().to())) {
        return false;
      }
    }
    return true;
  }

  /** Whether the parsed object is at hand, so that looking at it is cheaper than at its bytes. */
  boolean isAtHand() {
    return json.get() != null;
  }

  /** The object, or a missing node if no copy of it parses. */
  JsonNode tree() {
    Optional<ObjectNode> object = parsed();
    return object.isPresent() ? object.get() : MissingNode.getInstance();
  }

  /** Empty if no copy of it parses. */
  Optional<ObjectNode> parsed() {
    ObjectNode object = json.get();
    return object == null ? parse() : Optional.of(object);
  }

  private synchronized Optional<ObjectNode> parse() {
    ObjectNode object = json.get();
    while (object == null && broken < entries.size()) {
      object = read(entries.get(broken));
      if (object == null) {
        broken++;
      } else {
        json = new SoftReference<>(object);
      }
    }
    return Optional.ofNullable(object);
  }

  /** Whether a copy of it turned out not to parse so far. */
  boolean isBroken() {
    return broken > 0;
  }

  /** The files whose copy of it turned out not to parse so far. */
  List<ResourceFile> brokenFiles() {
    List<ResourceFile> files = new ArrayList<>();
    for (ResourceFile.Entry entry : entries.subList(0, broken)) {
      files.add(entry.file());
    }
    return files;
  }

  private @Nullable ObjectNode read(ResourceFile.Entry entry) {
    try {
      JsonNode node =
          YamlReader.readSlice(entry.file().bytes(), entry.slice(), ResourceFile.DROPPED);
      return node instanceof ObjectNode object ? complete(object) : null;
    } catch (YamlException e) {
      problems.accept(entry.file().unreadable(e));
      return null;
    }
  }

  /** Items of some lists carry no kind and version of their own. */
  private ObjectNode complete(ObjectNode object) {
    if (!object.hasNonNull("kind")) {
      object.put("kind", type.kind());
    }
    if (!object.hasNonNull("apiVersion")) {
      object.put("apiVersion", type.apiVersion());
    }
    return object;
  }
}
