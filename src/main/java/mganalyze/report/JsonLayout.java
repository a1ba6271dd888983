package mganalyze.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;

/** Jackson's indented layout, but {@code "key": value} and {@code []} as people write them. */
final class JsonLayout extends DefaultPrettyPrinter {
  private JsonLayout() {}

  /** Two blanks and a line feed on every machine. */
  static JsonLayout indented() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    JsonLayout layout = new JsonLayout();
    layout.indentObjectsWith(indenter);
    layout.indentArraysWith(indenter);
    return layout;
  }

  @Override
  public DefaultPrettyPrinter createInstance() {
    return indented();
  }

  @Override
  public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw(": ");
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) throws IOException {
    if (values == 0) {
      _nesting--;
      json.writeRaw(']');
    } else {
      super.writeEndArray(json, values);
    }
  }

  @Override
  public void writeEndObject(JsonGenerator json, int entries) throws IOException {
    if (entries == 0) {
      _nesting--;
      json.writeRaw('}');
    } else {
      super.writeEndObject(json, entries);
    }
  }
}
