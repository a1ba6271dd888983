package mganalyze.shell;

import java.io.OutputStream;
import java.util.Optional;

/**
 * What one stage of a pipeline prints for the next. JSON that is all of it is written only when
 * somebody asks for bytes.
 */
final class Pipe extends OutputStream implements JsonOutput {
  private final OutputBuffer buffer;
  private Optional<JsonText> unwritten = Optional.empty();

  Pipe(OutputBuffer buffer) {
    this.buffer = buffer;
  }

  @Override
  public void write(int b) {
    settle();
    buffer.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    settle();
    buffer.write(bytes, offset, length);
  }

  @Override
  public void print(JsonText json) {
    settle();
    if (buffer.isEmpty()) {
      unwritten = Optional.of(json);
    } else {
      json.writeTo(buffer);
    }
  }

  private void settle() {
    if (unwritten.isPresent()) {
      JsonText first = unwritten.get();
      unwritten = Optional.empty();
      first.writeTo(buffer);
    }
  }

  /** The JSON that is all that was printed. */
  Optional<JsonText> json() {
    return unwritten;
  }

  /** What was printed. */
  Bytes bytes() {
    return unwritten.isPresent() ? unwritten.get().bytes(buffer) : buffer.bytes();
  }
}
