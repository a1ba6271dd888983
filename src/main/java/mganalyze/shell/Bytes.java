package mganalyze.shell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stretch of bytes that nobody changes, not copied from stage to stage. Positions are indexes
 * into {@code array}.
 *
 * @param end behind the last byte
 */
public record Bytes(byte[] array, int start, int end) {
  public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

  public static Bytes of(byte[] array) {
    return new Bytes(array, 0, array.length);
  }

  /** The text in UTF-8. */
  public static Bytes of(String text) {
    return of(Utf8.encode(text));
  }

  public int length() {
    return end - start;
  }

  public byte[] toByteArray() {
    return Arrays.copyOfRange(array, start, end);
  }

  public InputStream stream() {
    return new ByteArrayInputStream(array, start, end - start);
  }

  /** The position of the next {@code wanted}, or {@code end}. */
  public int find(byte wanted, int from) {
    int at = from;
    while (at < end && array[at] != wanted) {
      at++;
    }
    return at;
  }

  /** The bytes as text, see {@link Utf8}. */
  public String text() {
    return Utf8.decode(array, start, end);
  }
}
