package mganalyze.cases;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes regular files as a GNU tar archive. The same files give the same bytes. */
final class Tar {
  private static final int BLOCK = 512;
  private static final int LONGEST_NAME = 100;
  private static final byte FILE = '0';
  private static final byte LONG_NAME = 'L';

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(4 << 20);

  private Tar() {}

  static byte[] of(FileTree tree) {
    Tar tar = new Tar();
    for (String path : tree.paths()) {
      tar.add(path.getBytes(StandardCharsets.UTF_8), tree.content(path));
    }
    tar.out.writeBytes(new byte[2 * BLOCK]);
    return tar.out.toByteArray();
  }

  private void add(byte[] name, byte[] content) {
    if (name.length > LONGEST_NAME) {
      byte[] terminated = Arrays.copyOf(name, name.length + 1);
      entry("././@LongLink".getBytes(StandardCharsets.US_ASCII), terminated, LONG_NAME);
    }
    entry(name, content, FILE);
  }

  private void entry(byte[] name, byte[] content, byte type) {
    byte[] header = new byte[BLOCK];
    System.arraycopy(name, 0, header, 0, Math.min(name.length, LONGEST_NAME));
    octal(header, 100, 8, 0644);
    octal(header, 108, 8, 0);
    octal(header, 116, 8, 0);
    octal(header, 124, 12, content.length);
    octal(header, 136, 12, 0);
    header[156] = type;
    byte[] magic = "ustar  ".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(magic, 0, header, 257, magic.length);
    checksum(header);
    out.writeBytes(header);
    out.writeBytes(content);
    out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
  }

  private static void octal(byte[] header, int at, int length, long value) {
    long rest = value;
    for (int i = length - 2; i >= 0; i--) {
      header[at + i] = (byte) ('0' + (rest & 7));
      rest >>= 3;
    }
  }

  /** Of the header with blanks in the field's own place. */
  private static void checksum(byte[] header) {
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte value : header) {
      sum += value & 0xFF;
    }
    octal(header, 148, 7, sum);
    header[154] = 0;
  }
}
