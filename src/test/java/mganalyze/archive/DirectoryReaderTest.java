package mganalyze.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is particular to directories; {@code testdata/archive} has what all archives share. */
@DisabledOnOs(OS.WINDOWS)
class DirectoryReaderTest {
  @TempDir Path folder;

  private final Seen seen = new Seen();
  private final Store store = Store.withMemory(1 << 20);

  @AfterEach
  void closeStore() throws IOException {
    store.close();
  }

  private ArchiveFacts read(Path directory) throws ArchiveException {
    Source source = Source.of(directory.toString());
    return ArchiveReader.read(source, Limits.defaults(), store, seen, Progress.none());
  }

  @Test
  void readsInTheOrderOfNames() throws IOException {
    for (String name : List.of("b", "a.yaml", "a/x", "c", "A")) {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      Files.writeString(path, name);
    }
    ArchiveFacts facts = read(folder);
    assertEquals(List.of("A", "a/x", "a.yaml", "b", "c"), seen.kept);
    assertEquals(folder.getFileName().toString(), facts.name());
    assertEquals(Optional.empty(), facts.sha256());
    assertEquals(12, facts.bytes());
  }

  @Test
  void takesTheDirectoryItselfThroughALink() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("real"));
    Files.writeString(directory.resolve("a"), "text");
    Path link = Files.createSymbolicLink(folder.resolve("link"), directory);
    read(link);
    assertEquals(List.of("a"), seen.kept);
  }

  @Test
  void opensNoPipe() throws Exception {
    Files.writeString(folder.resolve("a"), "text");
    Path pipe = folder.resolve("b");
    assumeFalse(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() != 0);
    ArchiveFacts facts = read(folder);
    assertEquals(List.of("a"), seen.kept);
    assertEquals(
        List.of("link-skipped b: neither file nor directory"), Seen.lines(facts.problems()));
  }

  @Test
  void readsOnWhereItIsNotAllowedTo() throws IOException {
    Files.writeString(folder.resolve("a"), "text");
    Files.writeString(folder.resolve("c"), "text");
    Path file = Files.writeString(folder.resolve("b"), "text");
    Path directory = Files.createDirectory(folder.resolve("d"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("---------"));
    // The superuser is allowed to do everything.
    assumeFalse(Files.isReadable(file));
    ArchiveFacts facts = read(folder);
    assertEquals(List.of("a", "c"), seen.kept);
    assertEquals(
        List.of("unreadable b: permission denied", "unreadable d: permission denied"),
        Seen.lines(facts.problems()));
    assertEquals(3, facts.entries());
  }

  @Test
  void leavesLongFilesWhereTheyAreAndNoticesWhenTheyChange() throws IOException {
    Path path = folder.resolve("a");
    Files.write(path, new byte[400_000]);
    read(folder);
    Content content = seen.contents.get("a");
    assertEquals(400_000, content.bytes().length);
    Files.write(path, new byte[300_000]);
    UncheckedIOException error = assertThrows(UncheckedIOException.class, content::bytes);
    assertEquals(
        "cannot be read: the file changed while the directory was read", error.getMessage());
    Files.delete(path);
    assertEquals(
        "cannot be read: no such file",
        assertThrows(UncheckedIOException.class, content::open).getMessage());
  }

  @Test
  void followsNoLinkThatTakesAFilesPlace() throws IOException {
    Path path = folder.resolve("a");
    Files.write(path, new byte[400_000]);
    Path other = Files.write(folder.resolve("b"), new byte[400_000]);
    read(folder);
    Files.delete(path);
    Files.createSymbolicLink(path, other);
    assertEquals(
        true, Files.isSymbolicLink(path) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS));
    assertThrows(UncheckedIOException.class, seen.contents.get("a")::bytes);
  }
}
