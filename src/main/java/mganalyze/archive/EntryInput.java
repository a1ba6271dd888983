package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import mganalyze.finding.Nullable;

/**
 * The content of one entry. Its first bytes can be looked at before they are read, every byte is
 * counted, and where the entry is longer than the limit the stream ends.
 */
final class EntryInput extends BulkInput {
  private static final int HEAD_BYTES = 512;

  private final InputStream in;
  private final Budget budget;
  private final byte[] head;
  private int headPosition;
  private long left;
  private @Nullable Cut cut;

  /** Reads the first bytes at once. Damage right there shows when the content is read. */
  EntryInput(InputStream in, Budget budget) throws IOException {
    this.in = in;
    this.budget = budget;
    left = budget.limits().entryBytes();
    byte[] bytes = new byte[HEAD_BYTES];
    int count = 0;
    try {
      while (count < HEAD_BYTES) {
        int read = in.read(bytes, count, HEAD_BYTES - count);
        if (read < 0) {
          break;
        }
        count += read;
      }
    } catch (Cut e) {
      cut = e;
    }
    head = count == HEAD_BYTES ? bytes : Arrays.copyOf(bytes, count);
  }

  byte[] head() {
    return head;
  }

  boolean isOverLimit() {
    return left < 0;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int count = readAny(target, offset, length);
    if (count > left) {
      count = (int) left;
      left = -1;
    } else if (count > 0) {
      left -= count;
    }
    if (count <= 0) {
      return -1;
    }
    budget.takeBytes(count);
    return count;
  }

  private int readAny(byte[] target, int offset, int length) throws IOException {
    if (left < 0) {
      return -1;
    }
    if (headPosition < head.length) {
      int count = Math.min(length, head.length - headPosition);
      System.arraycopy(head, headPosition, target, offset, count);
      headPosition += count;
      return count;
    }
    if (cut != null) {
      throw cut;
    }
    return in.read(target, offset, length);
  }
}
