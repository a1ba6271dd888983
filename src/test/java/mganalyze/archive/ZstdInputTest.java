package mganalyze.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import mganalyze.finding.Problem;
import org.junit.jupiter.api.Test;

class ZstdInputTest {
  private static final byte[] SKIPPABLE = {0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3};

  private static byte[] zstd(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZstdOutputStream out = new ZstdOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] join(byte[]... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.write(part);
    }
    return bytes.toByteArray();
  }

  private static InputStream unpacked(byte[] packed) {
    return Unpacked.of(Format.ZSTD, new ByteArrayInputStream(packed));
  }

  private static byte[] text(int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append("line ").append(i).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void readsFramesInARowAndPassesOverSkippableOnes() throws IOException {
    byte[] one = text(100_000);
    byte[] two = text(10);
    byte[] packed = join(SKIPPABLE, zstd(one), SKIPPABLE, SKIPPABLE, zstd(two), SKIPPABLE);
    assertArrayEquals(join(one, two), unpacked(packed).readAllBytes());
  }

  @Test
  void givesAllWholeBlocksBeforeACut() throws IOException {
    byte[] content = text(200_000);
    byte[] packed = zstd(content);
    InputStream in = unpacked(Arrays.copyOf(packed, packed.length - 1));
    assertArrayEquals(content, in.readNBytes(content.length));
    Cut error = assertThrows(Cut.class, in::read);
    assertEquals(Problem.Kind.TRUNCATED, error.kind());
  }

  @Test
  void noticesAWrongChecksum() throws IOException {
    byte[] packed = zstd(text(1000));
    packed[packed.length - 1] ^= 1;
    Cut error = assertThrows(Cut.class, () -> unpacked(packed).readAllBytes());
    assertEquals(Problem.Kind.CORRUPT, error.kind());
  }

  @Test
  void refusesWindowsThatItsDecoderDoesNotTake() {
    // magic, descriptor without anything, window of 128 MiB
    byte[] packed = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) (17 << 3), 1, 0, 0};
    Cut error = assertThrows(Cut.class, () -> unpacked(packed).readAllBytes());
    assertEquals(Problem.Kind.UNREADABLE, error.kind());
  }

  @Test
  void hashesAsTheSpecificationSays() {
    assertEquals(0xEF46DB3751D8E999L, new XxHash64().value());
    XxHash64 hash = new XxHash64();
    byte[] bytes = "Nobody inspects the spammish repetition".getBytes(StandardCharsets.UTF_8);
    hash.update(bytes, 0, 5);
    hash.update(bytes, 5, bytes.length - 5);
    assertEquals(0xFBCEA83C8A378BF1L, hash.value());
  }
}
