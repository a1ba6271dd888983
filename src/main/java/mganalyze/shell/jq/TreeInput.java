package mganalyze.shell.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import mganalyze.shell.JsonText;

/** One value that was not written: as it would be read if it had been. */
final class TreeInput implements JsonInput {
  private final JsonText text;
  private boolean isTaken;

  TreeInput(JsonText text) {
    this.text = text;
  }

  @Override
  public boolean hasNext() {
    return !isTaken;
  }

  @Override
  public JsonNode next() {
    isTaken = true;
    return text.read();
  }

  @Override
  public int line() {
    LineFeeds read = new LineFeeds();
    if (isTaken) {
      text.writeTo(read);
    }
    return read.count;
  }

  private static final class LineFeeds extends OutputStream {
    private int count;

    @Override
    public void write(int b) {
      count += b == '\n' ? 1 : 0;
    }
  }
}
