package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.Inflater;

/**
 * Reads a zip whose directory is lost, by the headers in front of its entries:
 *
 * <pre>
 *  0 "PK\3\4"   6 flags (2)   8 method (2)   14 CRC-32 (4)   18 packed size (4)   22 size (4)
 * 26 length of name (2)   28 length of extra (2)   30 name, extra, content
 * </pre>
 *
 * Sizes and checksum may follow the content instead. Links cannot be told from files here: only the
 * directory knows them.
 */
final class ZipSalvage {
  private static final int HEADER = 0x04034b50;
  private static final int DESCRIPTOR = 0x08074b50;
  private static final int HEADER_BYTES = 30;
  private static final int LOCKED_FLAG = 1;
  private static final int DESCRIPTOR_FLAG = 8;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int SCAN_BYTES = 64 * 1024;
  private static final long UNKNOWN = 0xffffffffL;

  private final SeekableByteChannel channel;
  private final Delivery delivery;
  private final Inflater inflater;
  private long position;

  ZipSalvage(SeekableByteChannel channel, Delivery delivery, Inflater inflater) {
    this.channel = channel;
    this.delivery = delivery;
    this.inflater = inflater;
  }

  void read() throws IOException {
    while (findHeader()) {
      ByteBuffer header = bytes(position, HEADER_BYTES);
      if (header.remaining() < HEADER_BYTES) {
        return;
      }
      entry(header);
      delivery.endEntry();
    }
  }

  /** Moves to the next header, wherever it is. */
  private boolean findHeader() throws IOException {
    while (true) {
      ByteBuffer bytes = bytes(position, SCAN_BYTES);
      if (bytes.remaining() < 4) {
        return false;
      }
      for (int i = 0; i <= bytes.remaining() - 4; i++) {
        if (bytes.getInt(i) == HEADER) {
          position += i;
          return true;
        }
      }
      position += bytes.remaining() - 3;
      delivery.session().budget().takeBytes(bytes.remaining());
    }
  }

  private void entry(ByteBuffer header) throws IOException {
    int flags = header.getShort(6);
    int method = header.getShort(8);
    int nameLength = header.getShort(26) & 0xffff;
    long start = position + HEADER_BYTES + nameLength + (header.getShort(28) & 0xffff);
    ByteBuffer nameBytes = bytes(position + HEADER_BYTES, nameLength);
    position += HEADER_BYTES;
    if (nameBytes.remaining() < nameLength || nameLength == 0) {
      return;
    }
    delivery.takeEntry();
    String name = StandardCharsets.UTF_8.decode(nameBytes).toString();
    boolean hasDescriptor = (flags & DESCRIPTOR_FLAG) != 0;
    long packedSize = hasDescriptor ? UNKNOWN : header.getInt(18) & UNKNOWN;
    if (name.endsWith("/")) {
      return;
    }
    if ((flags & LOCKED_FLAG) != 0) {
      delivery.unreadable(name, ZipReader.LOCKED);
    } else if (method != DEFLATED && (method != STORED || packedSize == UNKNOWN)) {
      delivery.unreadable(name, "cannot be read without the directory of the zip");
    } else {
      long size = hasDescriptor ? UNKNOWN : header.getInt(22) & UNKNOWN;
      long checksum = hasDescriptor ? -1 : header.getInt(14) & UNKNOWN;
      ZipEntryInput content =
          new ZipEntryInput(
              () -> content(method, start, packedSize),
              () -> new ZipEntryInput.Expected(-1, hasDescriptor ? descriptor(start) : checksum));
      file(name, size == UNKNOWN ? -1 : size, content, start, packedSize);
    }
  }

  private void file(String name, long size, ZipEntryInput content, long start, long packedSize)
      throws IOException {
    try {
      delivery.file(name, size, Optional.empty(), content, Optional.empty());
      if (packedSize == UNKNOWN) {
        skipRest(content);
        position = start + inflater.getBytesRead();
      } else {
        position = start + packedSize;
      }
    } catch (Cut.LimitReached e) {
      throw e;
    } catch (Cut e) {
      delivery.damaged(e);
      position = start;
    } finally {
      delivery.takeUnpacked(Math.max(size, content.count()));
    }
  }

  private void skipRest(ZipEntryInput content) throws IOException {
    byte[] buffer = new byte[SCAN_BYTES];
    int count = content.read(buffer, 0, buffer.length);
    while (count >= 0) {
      delivery.session().budget().takeBytes(count);
      count = content.read(buffer, 0, buffer.length);
    }
  }

  private InputStream content(int method, long start, long packedSize) throws IOException {
    channel.position(start);
    InputStream packed = Channels.newInputStream(channel);
    return method == STORED ? new Stored(packed, packedSize) : new InflatedInput(packed, inflater);
  }

  /** The checksum that follows the content; its signature may be missing. */
  private long descriptor(long start) throws IOException {
    ByteBuffer bytes = bytes(start + inflater.getBytesRead(), 8);
    if (bytes.remaining() < 8) {
      return -1;
    }
    return bytes.getInt(bytes.getInt(0) == DESCRIPTOR ? 4 : 0) & UNKNOWN;
  }

  /** Up to {@code count} bytes from there. */
  private ByteBuffer bytes(long from, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(from);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // until it is full
    }
    return bytes.flip();
  }

  /** Content that is not packed. */
  private static final class Stored extends BulkInput {
    private final InputStream in;
    private long left;

    Stored(InputStream in, long size) {
      this.in = in;
      left = size;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = in.read(target, offset, (int) Math.min(length, left));
      if (count < 0) {
        throw Cut.truncated("the zip ends " + left + " bytes before the end of this entry");
      }
      left -= count;
      return count;
    }
  }
}
