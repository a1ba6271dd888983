package mganalyze.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.lang.ref.SoftReference;
import mganalyze.finding.Nullable;
import mganalyze.yaml.KubernetesPrinter;

/**
 * JSON as {@code oc get -o json} prints it (indented by four blanks, keys in byte order, a line end
 * behind it), kept as the value that it says. Writing a list of a whole cluster and reading it
 * again takes far longer than most jq programs that stand behind a pipe.
 */
public final class JsonText {
  private final JsonNode value;
  @Nullable private volatile JsonNode read;
  private volatile SoftReference<Bytes> written = new SoftReference<>(null);

  /**
   * @param value not to be changed any more
   */
  public JsonText(JsonNode value) {
    this.value = value;
  }

  /** The value that a reader of the bytes would get, not to be changed. */
  public JsonNode read() {
    JsonNode known = read;
    if (known == null) {
      known = RoundTrip.of(value);
      read = known;
    }
    return known;
  }

  /** Writes it in UTF-8; a failure of the stream is thrown unchecked. */
  public void writeTo(OutputStream out) {
    KubernetesPrinter.json(value, out);
  }

  /** Its bytes, which are kept for the next who asks; written to a buffer that is still empty. */
  Bytes bytes(OutputBuffer buffer) {
    Bytes known = written.get();
    if (known != null) {
      return known;
    }
    writeTo(buffer);
    Bytes bytes = buffer.bytes();
    written = new SoftReference<>(bytes);
    return bytes;
  }
}
