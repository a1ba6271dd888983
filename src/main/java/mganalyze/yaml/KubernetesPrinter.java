package mganalyze.yaml;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes objects as {@code oc get -o json} and {@code -o yaml} do, byte for byte. */
public final class KubernetesPrinter {

  private KubernetesPrinter() {}

  /** As {@code -o json}: indented by four blanks, keys in byte order, a line end behind it. */
  public static String json(JsonNode node) {
    StringBuilder out = new StringBuilder();
    new JsonWriter(out, 4).write(node);
    return out.append('\n').toString();
  }

  /** JSON on one line, keys in byte order, without a line end: a map or list among other text. */
  public static String compactJson(JsonNode node) {
    StringBuilder out = new StringBuilder();
    new JsonWriter(out, 0).write(node);
    return out.toString();
  }

  /** As {@code -o yaml}: one document, keys in natural order, long texts folded. */
  public static String yaml(JsonNode node) {
    return new YamlWriter().write(node);
  }
}
