package mganalyze.shell.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import mganalyze.shell.Bytes;

/**
 * The latest large inputs that were one value each. Whoever works out a program runs it over the
 * same list of a whole cluster again and again, and reading that takes far longer than the program.
 */
final class ParsedInputs {
  private static final int SMALLEST = 1 << 16;
  private static final int LARGEST = 24 << 20;
  private static final int MOST = 4;

  private final Deque<SoftReference<Parsed>> latest = new ArrayDeque<>();

  /**
   * One input.
   *
   * @param end where in {@code bytes} the value ended
   */
  record Parsed(Bytes bytes, JsonNode value, int end) {
    private boolean isOf(Bytes other) {
      return bytes.length() == other.length()
          && Arrays.equals(
              bytes.array(), bytes.start(), bytes.end(), other.array(), other.start(), other.end());
    }
  }

  /** The value that the same bytes held before, not to be changed; null where that is not known. */
  synchronized Parsed find(Bytes bytes) {
    if (bytes.length() < SMALLEST) {
      return null;
    }
    for (SoftReference<Parsed> reference : latest) {
      Parsed parsed = reference.get();
      if (parsed != null && parsed.isOf(bytes)) {
        return parsed;
      }
    }
    return null;
  }

  synchronized void keep(Parsed parsed) {
    int length = parsed.bytes().length();
    if (length >= SMALLEST && length <= LARGEST) {
      latest.addFirst(new SoftReference<>(parsed));
      if (latest.size() > MOST) {
        latest.removeLast();
      }
    }
  }
}
