package mganalyze.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveReaderTest {
  @TempDir Path folder;

  private static byte[] archive() throws IOException {
    ObjectNode files = new ObjectMapper().createObjectNode();
    files.putObject("a").put("random", 3_000_000);
    files.put("b", "text");
    return Packer.pack("tar.gz", files);
  }

  private static ArchiveFacts read(Source source, EntryVisitor visitor, Progress progress)
      throws IOException {
    try (Store store = Store.withMemory(1000)) {
      return ArchiveReader.read(source, Limits.defaults(), store, visitor, progress);
    }
  }

  @Test
  void saysWhatTheFileWas() throws Exception {
    byte[] archive = archive();
    Path path = Files.write(folder.resolve("case-0123.tar.gz"), archive);
    ArchiveFacts facts = read(new Source.Local(path), new Seen(), Progress.none());
    assertEquals("case-0123.tar.gz", facts.name());
    assertEquals(archive.length, facts.bytes());
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
    assertEquals(Optional.of(HexFormat.of().formatHex(digest)), facts.sha256());
    assertEquals(3_000_004, facts.unpackedBytes());
    assertEquals(2, facts.entries());
  }

  @Test
  void namesTheFileThatIsMissing() {
    Source source = Source.of(folder.resolve("missing.tar.gz").toString());
    ArchiveException error =
        assertThrows(ArchiveException.class, () -> read(source, new Seen(), Progress.none()));
    assertEquals(folder.resolve("missing.tar.gz") + ": no such file", error.getMessage());
  }

  @Test
  void tellsItsProgressUpToTheEnd() throws IOException {
    byte[] archive = archive();
    Path path = Files.write(folder.resolve("archive"), archive);
    AtomicLong last = new AtomicLong();
    read(
        new Source.Local(path),
        new Seen(),
        (bytesRead, bytesTotal, entries) -> {
          assertEquals(archive.length, bytesTotal);
          assertTrue(bytesRead >= last.getAndSet(bytesRead));
        });
    assertEquals(archive.length, last.get());
  }

  @Test
  void leavesNoThreadBehindWhenTheVisitorFails() throws IOException {
    byte[] archive = archive();
    EntryVisitor failing =
        new EntryVisitor() {
          @Override
          public Choice choose(EntryHeader header) {
            throw new IllegalStateException("a fault of the visitor");
          }

          @Override
          public void kept(EntryHeader header, Content content) {}
        };
    Source source = new Source.Stream("stdin", new ByteArrayInputStream(archive));
    assertThrows(IllegalStateException.class, () -> read(source, failing, Progress.none()));
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().startsWith("archive-")));
  }

  @Test
  void deliversWhatCameBeforeTheDiskFailed() throws IOException {
    byte[] archive = archive();
    InputStream failing =
        new InputStream() {
          private int position;

          @Override
          public int read() throws IOException {
            if (position == 2_000_000) {
              throw new IOException("Input/output error");
            }
            return archive[position++] & 0xff;
          }
        };
    Seen seen = new Seen();
    ArchiveFacts facts = read(new Source.Stream("stdin", failing), seen, Progress.none());
    assertEquals(List.of("a"), seen.partial);
    assertEquals(
        List.of("truncated a: reading fails after byte 2000000: Input/output error"),
        Seen.lines(facts.problems()));
    assertEquals(Optional.empty(), facts.sha256());
  }

  /** Counted with other tools. */
  @ParameterizedTest
  @CsvSource({
    "ocp4.18-gcp-must-gather.tar.gz, 4954, 133279444",
    "ocp4.8-aws-must-gather.tar.gz, 3526, -1",
    "derived-harvester-as-must-gather.tar.gz, 1241, -1"
  })
  void readsRealArchives(String name, long entries, long unpackedBytes) throws IOException {
    Path path = Path.of("../shared/real-data", name);
    assumeTrue(Files.exists(path));
    ArchiveFacts facts = read(new Source.Local(path), new Seen(), Progress.none());
    assertEquals(entries, facts.entries());
    assertTrue(unpackedBytes < 0 || unpackedBytes == facts.unpackedBytes());
    assertTrue(facts.complete(), () -> facts.problems().toString());
  }
}
