package mganalyze.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import mganalyze.finding.Problem;
import org.junit.jupiter.api.Test;

class ContentTest {
  private static final byte[] TEXT =
      "2021-08-03T09:24:30Z a line\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);

  private static Content gzip(byte[] bytes) throws IOException {
    return inMemory(Packer.compress(bytes, "gz"));
  }

  @Test
  void unpacksAPackedLog() throws IOException {
    Content content = gzip(TEXT).decompressed();
    assertArrayEquals(TEXT, content.bytes());
    assertEquals(TEXT.length, content.size());
    assertArrayEquals(TEXT, content.bytes());
    assertArrayEquals(Arrays.copyOfRange(TEXT, 100_000, 100_020), content.range(100_000, 20));
    assertEquals(0, content.range(TEXT.length + 1L, 20).length);
    try (InputStream in = content.open()) {
      in.skipNBytes(TEXT.length - 5);
      assertArrayEquals("line\n".getBytes(StandardCharsets.UTF_8), in.readAllBytes());
    }
    assertEquals(Optional.empty(), content.damage());
  }

  @Test
  void knowsItsSizeBeforeItWasRead() throws IOException {
    assertEquals(TEXT.length, gzip(TEXT).decompressed().size());
  }

  @Test
  void unpacksALogOfNothing() throws IOException {
    assertEquals(0, gzip(new byte[0]).decompressed().size());
  }

  @Test
  void leavesAPlainLogAsItIs() {
    Content content = inMemory(TEXT);
    assertSame(content, content.decompressed());
    assertSame(Optional.empty(), content.damage());
  }

  @Test
  void givesWhatCanBeReadOfADamagedLog() throws IOException {
    byte[] packed = Packer.compress(TEXT, "gz");
    int half = packed.length / 2;
    Content content = inMemory(Arrays.copyOf(packed, half)).decompressed();
    byte[] bytes = content.bytes();
    assertArrayEquals(Arrays.copyOf(TEXT, bytes.length), bytes);
    assertEquals(bytes.length, content.size());
    assertEquals(
        Optional.of(
            new Content.Damage(
                Problem.Kind.TRUNCATED, "the gzip data ends early, at byte " + half)),
        content.damage());
  }

  @Test
  void stopsUnpackingAtTheLimits() throws IOException {
    Limits limits = new Limits(1, 10_000_000, 1, 50, 1_000_000, 1);
    Content content = gzip(new byte[5_000_000]).decompressed(limits);
    content.bytes();
    assertEquals(Optional.of(Problem.Kind.LIMIT), content.damage().map(Content.Damage::kind));
  }

  private static Content inMemory(byte[] bytes) {
    return new MemoryContent(bytes, 0, bytes.length);
  }
}
