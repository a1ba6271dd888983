package mganalyze.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** An answer of Prometheus' API, to be changed. */
final class JsonDump {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonDump() {}

  static ObjectNode read(FileTree tree, String path) throws EditException {
    try {
      return (ObjectNode) JSON.readTree(tree.content(path));
    } catch (IOException | ClassCastException e) {
      throw new EditException(path + ": no answer of Prometheus");
    }
  }

  static void write(FileTree tree, String path, ObjectNode dump) {
    try {
      tree.put(path, JSON.writeValueAsBytes(dump));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
