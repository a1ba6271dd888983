package mganalyze.monitoring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Goes through an answer of Prometheus token by token: it is one line of a megabyte or more, of
 * which little is of use. Text that is cut is an {@link IOException} wherever it ends.
 */
final class AnswerParser implements AutoCloseable {
  private final JsonParser parser;

  AnswerParser(byte[] json) throws IOException {
    parser = new JsonFactory().createParser(json);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  JsonToken next() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new IOException("the text is cut");
    }
    return token;
  }

  /** Goes to the next field of an object; false at the object's end. */
  boolean hasField() throws IOException {
    return next() == JsonToken.FIELD_NAME;
  }

  /** The field that {@link #hasField} found. */
  String field() throws IOException {
    return parser.currentName();
  }

  /** Goes to the next object of an array, past items that are none; false at the array's end. */
  boolean hasObject() throws IOException {
    JsonToken token = next();
    while (token != JsonToken.START_OBJECT && token != JsonToken.END_ARRAY) {
      parser.skipChildren();
      token = next();
    }
    return token == JsonToken.START_OBJECT;
  }

  /** The text of a string, a number or a truth value. */
  String text() throws IOException {
    return parser.getText();
  }

  /** Passes over what an object or array holds. */
  void skip() throws IOException {
    parser.skipChildren();
  }

  /** An object whose values are texts. */
  Map<String, String> texts() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    while (hasField()) {
      String field = field();
      if (next().isScalarValue()) {
        texts.put(field, text());
      }
      skip();
    }
    return texts;
  }
}
