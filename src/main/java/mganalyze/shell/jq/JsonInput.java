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
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import mganalyze.shell.Bytes;
import mganalyze.shell.Utf8;

/** The values in jq's input: JSON texts one after the other, or lines. */
final class JsonInput {
  /** Input that is no JSON. */
  static final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadInputException(String message) {
      super(message, null, false, false);
    }
  }

  private static final ParsedInputs KNOWN = new ParsedInputs();

  private final Bytes bytes;
  private final boolean readsLines;
  private JsonParser parser;
  private ParsedInputs.Parsed first;
  private boolean isEnded;
  private JsonNode next;
  private int at;
  private int countedUpTo;
  private int line;

  JsonInput(Bytes bytes, boolean readsLines) {
    this.bytes = bytes;
    this.readsLines = readsLines;
    this.at = bytes.start();
    this.countedUpTo = bytes.start();
  }

  boolean hasNext() {
    if (readsLines) {
      return at < bytes.end();
    }
    if (next == null) {
      next = read();
    }
    return next != null;
  }

  JsonNode next() {
    if (readsLines) {
      int end = bytes.find((byte) '\n', at);
      JsonNode value = TextNode.valueOf(Utf8.decode(bytes.array(), at, end));
      at = Math.min(end + 1, bytes.end());
      return value;
    }
    JsonNode value = next;
    next = null;
    return value;
  }

  TextNode allText() {
    return TextNode.valueOf(bytes.text());
  }

  /** How many lines were read so far. */
  int line() {
    int end = Math.min(bytes.find((byte) '\n', at) + 1, bytes.end());
    while (countedUpTo < end) {
      line += bytes.array()[countedUpTo++] == '\n' ? 1 : 0;
    }
    return line;
  }

  private JsonNode read() {
    if (isEnded) {
      return null;
    }
    if (parser == null) {
      ParsedInputs.Parsed known = KNOWN.find(bytes);
      if (known != null) {
        isEnded = true;
        at = bytes.start() + known.end() - known.bytes().start();
        return known.value();
      }
    }
    try {
      if (parser == null) {
        parser = Mapper.LENIENT.createParser(bytes.array(), bytes.start(), bytes.length());
      }
      JsonNode value = parser.readValueAsTree();
      if (value == null && first != null) {
        KNOWN.keep(first);
      }
      boolean isFirst = at == bytes.start();
      at = bytes.start() + (int) Math.max(0, parser.currentLocation().getByteOffset());
      first = value != null && isFirst ? new ParsedInputs.Parsed(bytes, value, at) : null;
      return value;
    } catch (JsonProcessingException e) {
      throw new BadInputException(problem(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
