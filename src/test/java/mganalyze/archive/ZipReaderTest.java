package mganalyze.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is particular to zips; {@code testdata/archive} has what all archives share. */
class ZipReaderTest {
  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int DIRECTORY_HEADER = 0x02014b50;
  private static final int LOCKED = 1;

  private final Seen seen = new Seen();
  private final Store store = Store.withMemory(1 << 20);

  @AfterEach
  void closeStore() throws IOException {
    store.close();
  }

  private ArchiveFacts read(byte[] zip) throws ArchiveException {
    Source source = new Source.Stream("case.zip", new ByteArrayInputStream(zip));
    return ArchiveReader.read(source, Limits.defaults(), store, seen, Progress.none());
  }

  private static byte[] threeFiles() throws IOException {
    ObjectNode files = new ObjectMapper().createObjectNode();
    files.putObject("a").put("text", "text").put("times", 100);
    files.putObject("b").put("random", 1000);
    files.putObject("c").put("text", "text").put("times", 100);
    return Packer.zip(files);
  }

  /** Sets the flag that says that a password is needed, in the first entries. */
  private static byte[] locked(byte[] zip, int entries) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int local = 0;
    int directory = 0;
    for (int i = 0; i < zip.length - 10; i++) {
      if (bytes.getInt(i) == LOCAL_HEADER && local++ < entries) {
        zip[i + 6] |= LOCKED;
      } else if (bytes.getInt(i) == DIRECTORY_HEADER && directory++ < entries) {
        zip[i + 8] |= LOCKED;
      }
    }
    return zip;
  }

  @Test
  void refusesAZipWithAPassword() throws IOException {
    byte[] zip = locked(threeFiles(), 3);
    ArchiveException error = assertThrows(ArchiveException.class, () -> read(zip));
    assertEquals("case.zip: nothing in it can be read: locked with a password", error.getMessage());
  }

  @Test
  void readsWhatNeedsNoPassword() throws IOException {
    ArchiveFacts facts = read(locked(threeFiles(), 1));
    assertEquals(List.of("b", "c"), seen.kept);
    assertEquals(List.of("unreadable a: locked with a password"), Seen.lines(facts.problems()));
    assertEquals(3, facts.entries());
  }

  @Test
  void losesNoMoreThanTheEntryThatIsDamaged() throws IOException {
    byte[] zip = threeFiles();
    // The second entry's content is random, and larger than the rest together.
    zip[zip.length / 2] ^= 1;
    ArchiveFacts facts = read(zip);
    assertEquals(List.of("a", "b", "c"), seen.kept);
    assertEquals(List.of("b"), seen.partial);
    assertEquals(1, facts.problems().size());
    assertFalse(facts.complete());
  }

  @Test
  void readsAZipWithoutItsDirectory() throws IOException {
    byte[] zip = threeFiles();
    int directory = 0;
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.getInt(directory) != DIRECTORY_HEADER) {
      directory++;
    }
    ArchiveFacts facts = read(Arrays.copyOf(zip, directory));
    assertEquals(List.of("a", "b", "c"), seen.kept);
    assertEquals(List.of(), seen.partial);
    assertEquals(
        List.of(
            "truncated : the zip has no whole directory at its end; entries may be missing; the"
                + " last entry before is c"),
        Seen.lines(facts.problems()));
  }

  /** Sizes and checksums follow the contents. */
  private static byte[] streamed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : List.of("dir/", "dir/a.skip", "dir/b", "dir/c")) {
        zip.putNextEntry(new ZipEntry(name));
        if (!name.endsWith("/")) {
          zip.write((name + "\n").repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void readsAZipThatWasStreamed() throws IOException {
    ArchiveFacts facts = read(streamed());
    assertEquals(List.of("dir/b", "dir/c"), seen.kept);
    assertEquals(6000, seen.contents.get("dir/b").size());
    assertTrue(facts.complete());
  }

  @Test
  void readsAZipThatWasStreamedAndCut() throws IOException {
    byte[] zip = streamed();
    ArchiveFacts facts = read(Arrays.copyOf(zip, zip.length - 22));
    assertEquals(List.of("dir/b", "dir/c"), seen.kept);
    assertEquals(List.of("dir/a.skip"), seen.skipped);
    assertEquals(List.of(), seen.partial);
    assertEquals(6000, seen.contents.get("dir/c").size());
    assertFalse(facts.complete());
  }

  @Test
  void readsNamesFromWindows() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("must-gather\\namespaces\\default.yaml"));
      zip.write('x');
      zip.closeEntry();
    }
    ArchiveFacts facts = read(bytes.toByteArray());
    assertEquals(List.of("must-gather/namespaces/default.yaml"), seen.kept);
    assertEquals(List.of(), facts.problems());
  }
}
