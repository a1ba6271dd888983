package mganalyze.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import mganalyze.finding.Problem;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.junit.jupiter.api.Test;

class GzipInputTest {
  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
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

  private static String gunzip(byte[] packed) throws IOException {
    try (GzipInput in = new GzipInput(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void readsMembersInARow() throws IOException {
    assertEquals("one two", gunzip(join(gzip("one "), gzip(""), gzip("two"))));
  }

  @Test
  void readsAMemberOfNothing() throws IOException {
    assertEquals("", gunzip(gzip("")));
  }

  @Test
  void passesOverWhatTheHeaderSays() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    GzipParameters parameters = new GzipParameters();
    parameters.setFileName("current.log");
    parameters.setComment("packed by a test");
    try (GzipCompressorOutputStream out = new GzipCompressorOutputStream(bytes, parameters)) {
      out.write("text".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals("text", gunzip(bytes.toByteArray()));
  }

  @Test
  void ignoresPaddingAndGarbage() throws IOException {
    assertEquals("text", gunzip(join(gzip("text"), new byte[1000])));
    assertEquals("text", gunzip(join(gzip("text"), "garbage".getBytes(StandardCharsets.UTF_8))));
    assertEquals("one two", gunzip(join(gzip("one "), new byte[10], gzip("two"))));
  }

  @Test
  void saysWhereItWasCut() throws IOException {
    byte[] packed = gzip("text");
    for (int length = 1; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      Cut error = assertThrows(Cut.class, () -> gunzip(cut));
      if (length > 2) {
        assertEquals(Problem.Kind.TRUNCATED, error.kind());
        assertEquals("the gzip data ends early, at byte " + length, error.getMessage());
      }
    }
  }

  @Test
  void noticesAWrongChecksum() throws IOException {
    byte[] packed = gzip("text");
    packed[packed.length - 8] ^= 1;
    Cut error = assertThrows(Cut.class, () -> gunzip(packed));
    assertEquals(Problem.Kind.CORRUPT, error.kind());
  }
}
