package mganalyze.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes objects as {@code oc get -o json} and {@code -o yaml} do, byte for byte. */
public final class KubernetesPrinter {

  private KubernetesPrinter() {}

  /** As {@code -o json}: indented by four blanks, keys in byte order, a line end behind it. */
  public static String json(JsonNode node) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    json(node, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /**
   * As {@link #json(JsonNode)}, in UTF-8 and in pieces: a list of a whole cluster is large. A
   * failure of the stream is thrown as an {@link java.io.UncheckedIOException}.
   */
  public static void json(JsonNode node, OutputStream out) {
    JsonWriter writer = new JsonWriter(4, out);
    writer.write(node);
    writer.endLine();
    writer.finish();
  }

  /** JSON on one line, keys in byte order, without a line end: a map or list among other text. */
  public static String compactJson(JsonNode node) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonWriter writer = new JsonWriter(0, out);
    writer.write(node);
    writer.finish();
    return out.toString(StandardCharsets.UTF_8);
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
