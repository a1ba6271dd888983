package mganalyze.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** Writes objects as {@code oc get -o json} and {@code -o yaml} do, byte for byte. */
public final class KubernetesPrinter {

  private KubernetesPrinter() {}

  /** As {@code -o json}: indented by four blanks, keys in byte order, a line end behind it. */
  public static String json(JsonNode node) {
    StringBuilder out = new StringBuilder();
    new JsonWriter(out, 4).write(node);
    return out.append('\n').toString();
  }

  /** As {@link #json(JsonNode)}, in pieces: a list of a whole cluster is large. */
  public static void json(JsonNode node, Consumer<String> out) {
    StringBuilder text = new StringBuilder();
    new JsonWriter(text, 4, out).write(node);
    out.accept(text.append('\n').toString());
  }

  /** JSON on one line, keys in byte order, without a line end: a map or list among other text. */
  public static String compactJson(JsonNode node) {
    StringBuilder out = new StringBuilder();
    new JsonWriter(out, 0).write(node);
    return out.toString();
  }

  /** As {@code -o yaml}: one document, keys in natural order, long texts folded. */
  public static String yaml(JsonNode node) {
    StringBuilder text = new StringBuilder();
    yaml(node, text::append);
    return text.toString();
  }

  /** As {@link #yaml(JsonNode)}, in pieces. */
  public static void yaml(JsonNode node, Consumer<String> out) {
    new YamlWriter(out).write(node);
  }
}
