package mganalyze.shell.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import mganalyze.shell.Bytes;
import mganalyze.shell.Utf8;

/** Input that is no JSON: each line is a text, or all of it is one. */
final class RawInput implements JsonInput {
  private final Bytes bytes;
  private final boolean isOne;
  private final LineCount lines;
  private boolean isTaken;
  private int at;

  RawInput(Bytes bytes, boolean isOne) {
    this.bytes = bytes;
    this.isOne = isOne;
    this.lines = new LineCount(bytes);
    this.at = bytes.start();
  }

  @Override
  public boolean hasNext() {
    return isOne ? !isTaken : at < bytes.end();
  }

  @Override
  public JsonNode next() {
    int end = isOne ? bytes.end() : bytes.find((byte) '\n', at);
    JsonNode value = TextNode.valueOf(Utf8.decode(bytes.array(), at, end));
    at = Math.min(end + 1, bytes.end());
    isTaken = true;
    return value;
  }

  @Override
  public int line() {
    return lines.upTo(at);
  }
}
