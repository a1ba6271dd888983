package mganalyze.shell.jq;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import mganalyze.shell.Bytes;

/** JSON texts one after the other. */
final class TextInput implements JsonInput {
  private final Bytes bytes;
  private final LineCount lines;
  private JsonParser parser;
  private JsonNode next;
  private int at;

  TextInput(Bytes bytes) {
    this.bytes = bytes;
    this.lines = new LineCount(bytes);
    this.at = bytes.start();
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = read();
    }
    return next != null;
  }

  @Override
  public JsonNode next() {
    JsonNode value = next;
    next = null;
    return value;
  }

  @Override
  public int line() {
    return lines.upTo(at);
  }

  private JsonNode read() {
    try {
      if (parser == null) {
        parser = Mapper.LENIENT.createParser(bytes.array(), bytes.start(), bytes.length());
      }
      JsonNode value = parser.readValueAsTree();
      at = endOfValue(bytes.start() + (int) Math.max(0, parser.currentLocation().getByteOffset()));
      return value;
    } catch (JsonProcessingException e) {
      throw new BadInputException(problem(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Behind a number the parser has also taken the blank or the line feed that ends it. */
  private int endOfValue(int position) {
    int end = position;
    while (end > at && bytes.array()[end - 1] <= ' ' && bytes.array()[end - 1] > 0) {
      end--;
    }
    return end;
  }

  /** In jq's words, as far as it goes. */
  private String problem(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    long offset = location == null ? -1 : location.getByteOffset();
    if (e instanceof JsonEOFException || offset < 0 || bytes.start() + offset >= bytes.end()) {
      return "Unfinished JSON term at EOF" + place(bytes.end());
    }
    int end = bytes.start() + (int) offset;
    boolean isWord = e.getOriginalMessage().startsWith("Unrecognized token");
    while (isWord && end < bytes.end() && " \t\r\n,:[]{}\"".indexOf(bytes.array()[end]) < 0) {
      end++;
    }
    return (isWord ? "Invalid numeric literal" : "Invalid JSON")
        + place(Math.min(end + 1, bytes.end()));
  }

  private String place(int position) {
    int row = 1;
    int column = 0;
    for (int i = bytes.start(); i < position; i++) {
      boolean isNewline = bytes.array()[i] == '\n';
      row += isNewline ? 1 : 0;
      column = isNewline ? 0 : column + 1;
    }
    return " at line " + row + ", column " + column;
  }

  /** Made when the first program reads JSON. */
  private static final class Mapper {
    private static final ObjectMapper LENIENT = create();

    private static ObjectMapper create() {
      ObjectMapper mapper =
          JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
      mapper
          .getFactory()
          .setStreamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNestingDepth(2000)
                  .build());
      return mapper;
    }
  }
}
