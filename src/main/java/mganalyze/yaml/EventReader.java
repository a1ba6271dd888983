package mganalyze.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads all of YAML 1.1, slowly: SnakeYAML's events with the scalar rules of {@link Scalars}.
 * Aliases share the node of their anchor; their number is limited, and so is what they would amount
 * to if they were written out.
 */
final class EventReader {

  private static final int MOST_ALIASES = 50;
  private static final int MOST_CODE_POINTS = 200_000_000;
  private static final String TEXT_TAG = "tag:yaml.org,2002:str";

  private final ParserImpl parser;
  private final Set<String> dropKeys;
  private final Scalars scalars = new Scalars(TextCache.ofThread());
  static final String NO_ANCHOR = "an alias without its anchor";

  private final Map<String, Anchored> anchors = new HashMap<>();
  private final long mostWeight;
  private long weight;
  private int aliases;
  private int depth;

  /** A node that has a name, and the number of nodes and characters in it. */
  private record Anchored(JsonNode node, long weight) {}

  private EventReader(String text, Set<String> dropKeys) {
    this.dropKeys = dropKeys;
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CODE_POINTS);
    this.parser = new ParserImpl(new StreamReader(text), options);
    this.mostWeight = 1_000_000 + 10L * text.length();
  }

  /** Reads the only document; nothing is null. Bytes that are no UTF-8 become U+FFFD. */
  static JsonNode read(byte[] bytes, int from, int to, Set<String> dropKeys) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    try {
      return new EventReader(text, dropKeys).stream();
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new YamlException(line, oneLine(e.getProblem()));
    } catch (YAMLException e) {
      throw new YamlException(1, oneLine(e.getMessage()));
    }
  }

  private static String oneLine(String message) {
    return message == null ? "not YAML" : message.lines().findFirst().orElse("not YAML");
  }

  private JsonNode stream() {
    parser.getEvent();
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      return NullNode.instance;
    }
    parser.getEvent();
    JsonNode node = node(parser.getEvent(), "");
    parser.getEvent();
    if (!parser.checkEvent(Event.ID.StreamEnd)) {
      throw fault(parser.peekEvent(), "a second document begins");
    }
    return node;
  }

  private JsonNode node(Event event, String parentKey) {
    if (event instanceof AliasEvent alias) {
      return alias(alias);
    }
    long before = weight++;
    JsonNode node;
    if (event instanceof ScalarEvent scalar) {
      node = scalar(scalar);
    } else if (++depth > Tree.DEEPEST) {
      throw fault(event, "nested deeper than " + Tree.DEEPEST + " levels");
    } else {
      node = event instanceof MappingStartEvent ? mapping(parentKey) : sequence();
      depth--;
    }
    if (event instanceof NodeEvent named && named.getAnchor() != null) {
      anchors.put(named.getAnchor(), new Anchored(node, weight - before));
    }
    return node;
  }

  private JsonNode alias(AliasEvent alias) {
    Anchored anchored = anchors.get(alias.getAnchor());
    if (anchored == null) {
      throw fault(alias, NO_ANCHOR);
    }
    weight += anchored.weight();
    if (++aliases > MOST_ALIASES || weight > mostWeight) {
      throw fault(alias, "too many aliases");
    }
    return anchored.node();
  }

  private JsonNode scalar(ScalarEvent scalar) {
    String value = scalar.getValue();
    weight += value.length();
    boolean isPlain = scalar.isPlain() && !TEXT_TAG.equals(scalar.getTag());
    if (!isPlain) {
      return new TextNode(value);
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return scalars.resolve(bytes, 0, bytes.length);
  }

  private ArrayNode sequence() {
    ArrayNode sequence = JsonNodeFactory.instance.arrayNode();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      sequence.add(node(parser.getEvent(), ""));
    }
    parser.getEvent();
    return sequence;
  }

  private ObjectNode mapping(String parentKey) {
    ObjectNode mapping = JsonNodeFactory.instance.objectNode();
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      Event keyEvent = parser.getEvent();
      String key = key(keyEvent);
      JsonNode value = node(parser.getEvent(), key);
      if (key.equals("<<") && isPlain(keyEvent) && value.isContainerNode()) {
        merge(value, merged);
      } else if (!Tree.isDropped(dropKeys, parentKey, key)) {
        mapping.set(key, value);
      }
    }
    parser.getEvent();
    merged.properties().stream()
        .filter(entry -> !mapping.has(entry.getKey()))
        .toList()
        .forEach(entry -> mapping.set(entry.getKey(), entry.getValue()));
    return mapping;
  }

  /** Of several mappings to merge the first one wins. */
  private static void merge(JsonNode value, ObjectNode merged) {
    if (value.isArray()) {
      value.forEach(element -> merge(element, merged));
    }
    value.properties().stream()
        .filter(entry -> !merged.has(entry.getKey()))
        .forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
  }

  private static boolean isPlain(Event event) {
    return event instanceof ScalarEvent scalar && scalar.isPlain();
  }

  private String key(Event event) {
    JsonNode node = node(event, "");
    if (node.isContainerNode()) {
      throw fault(event, "a key that is no text");
    }
    if (event instanceof ScalarEvent scalar && isPlain(event) && !scalar.getValue().isEmpty()) {
      byte[] bytes = scalar.getValue().getBytes(StandardCharsets.UTF_8);
      return scalars.key(bytes, 0, bytes.length);
    }
    return event instanceof ScalarEvent scalar ? scalar.getValue() : node.asText();
  }

  private static YamlException fault(Event event, String reason) {
    return new YamlException(event.getStartMark().getLine() + 1, reason);
  }
}
