package mganalyze.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is particular to tars; {@code testdata/archive} has what all archives share. */
class TarReaderTest {
  private static final int BLOCK = 512;

  private final Seen seen = new Seen();
  private final Store store = Store.withMemory(1 << 20);

  @AfterEach
  void closeStore() throws IOException {
    store.close();
  }

  private ArchiveFacts read(byte[] tar) throws ArchiveException {
    Source source = new Source.Stream("stdin", new ByteArrayInputStream(tar));
    return ArchiveReader.read(source, Limits.defaults(), store, seen, Progress.none());
  }

  /** Files {@code a}, {@code b}, {@code c}, each with its name as content; two blocks each. */
  private static byte[] threeFiles() throws IOException {
    ObjectNode files = new ObjectMapper().createObjectNode();
    return Packer.tar(files.put("a", "a").put("b", "b").put("c", "c"));
  }

  @Test
  void goesOnAtTheNextEntryWhereAHeaderIsDamaged() throws IOException {
    byte[] tar = threeFiles();
    tar[2 * BLOCK] = 'x';
    ArchiveFacts facts = read(tar);
    assertEquals(List.of("a", "c"), seen.kept);
    assertEquals(
        List.of(
            "corrupt : at byte 1024 of the tar should be an entry, but is none; reading goes on at"
                + " the next; the last entry before is a"),
        Seen.lines(facts.problems()));
    assertFalse(facts.complete());
  }

  @Test
  void takesZerosOverAHeaderForDamage() throws IOException {
    byte[] tar = threeFiles();
    Arrays.fill(tar, 2 * BLOCK, 3 * BLOCK, (byte) 0);
    ArchiveFacts facts = read(tar);
    assertEquals(List.of("a", "c"), seen.kept);
    assertEquals(
        List.of(
            "corrupt : at byte 1536 of the tar should be an entry, but is none; reading goes on at"
                + " the next; the last entry before is a"),
        Seen.lines(facts.problems()));
    assertFalse(facts.complete());
  }

  @Test
  void readsSeveralTarsInARow() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(threeFiles());
    both.write(threeFiles());
    ArchiveFacts facts = read(both.toByteArray());
    assertEquals(List.of("a", "b", "c", "a", "b", "c"), seen.kept);
    assertTrue(facts.complete());
  }

  @Test
  void ignoresWhatFollowsTheEnd() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(threeFiles());
    both.write("some more".repeat(1000).getBytes(StandardCharsets.UTF_8));
    ArchiveFacts facts = read(both.toByteArray());
    assertEquals(List.of("a", "b", "c"), seen.kept);
    assertTrue(facts.complete());
  }

  @Test
  void noticesACutBetweenTwoEntries() throws IOException {
    ArchiveFacts facts = read(Arrays.copyOf(threeFiles(), 4 * BLOCK));
    assertEquals(List.of("a", "b"), seen.kept);
    assertEquals(
        List.of(
            "truncated : the tar ends at byte 2048 without an end mark; the last entry before is b"),
        Seen.lines(facts.problems()));
  }

  @Test
  void namesTheEntryAndTheByteOfACut() throws IOException {
    ObjectNode files = new ObjectMapper().createObjectNode();
    files.putObject("a").put("random", 3000);
    ArchiveFacts facts = read(Arrays.copyOf(Packer.tar(files), 2000));
    assertEquals(
        List.of("truncated a: the tar ends at byte 2000, within this entry"),
        Seen.lines(facts.problems()));
    assertEquals(List.of("a"), seen.partial);
    assertEquals(2000 - BLOCK, seen.contents.get("a").size());
    assertEquals(2000 - BLOCK, facts.unpackedBytes());
  }

  /** The ways in which tars have said what a header has no room for. */
  @ParameterizedTest
  @CsvSource({"GNU,STAR", "POSIX,POSIX"})
  void readsLongNamesAndLargeNumbers(String names, String numbers) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String name = "directory/".repeat(40) + "größe.log";
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      tar.setLongFileMode(
          names.equals("GNU")
              ? TarArchiveOutputStream.LONGFILE_GNU
              : TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setBigNumberMode(
          numbers.equals("STAR")
              ? TarArchiveOutputStream.BIGNUMBER_STAR
              : TarArchiveOutputStream.BIGNUMBER_POSIX);
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(4);
      entry.setUserId(5_000_000_000L);
      entry.setModTime(1_700_000_000_000L);
      tar.putArchiveEntry(entry);
      tar.write("text".getBytes(StandardCharsets.UTF_8));
      tar.closeArchiveEntry();
    }
    ArchiveFacts facts = read(bytes.toByteArray());
    assertEquals(List.of(name), seen.kept);
    assertEquals(List.of(), facts.problems());
    EntryHeader header = seen.headers.get(0);
    assertEquals(Optional.of(Instant.ofEpochSecond(1_700_000_000)), header.modified());
    assertEquals(4, header.size());
    assertEquals("text", new String(header.head(), StandardCharsets.UTF_8));
  }

  @Test
  void takesTheSizeFromAnExtendedHeader() throws IOException {
    byte[] data = "content of the file".getBytes(StandardCharsets.UTF_8);
    byte[] tar =
        tar(
            header("x", 'x', 11),
            block("11 size=19\n"),
            // The size that counts stands in the extended header.
            header("a", '0', 0),
            block(new String(data, StandardCharsets.UTF_8)),
            header("b", '0', 0));
    read(tar);
    assertEquals(List.of("a", "b"), seen.kept);
    assertArrayEquals(data, seen.contents.get("a").bytes());
  }

  @Test
  void readsSparseFilesOfTheOldKind() throws IOException {
    byte[] header = header("core", 'S', 8);
    put(header, 386, "00000001000\0" + "00000000004\0" + "00000002000\0" + "00000000004\0");
    put(header, 483, "00000002010\0");
    read(tar(signed(header), block("AAAABBBB"), header("b", '0', 0)));
    assertSparse(seen.contents.get("core").bytes());
    assertEquals(List.of("core", "b"), seen.kept);
  }

  @Test
  void readsSparseFilesOfTheOldKindWithManyParts() throws IOException {
    byte[] header = header("core", 'S', 5);
    for (int i = 0; i < 4; i++) {
      put(header, 386 + 24 * i, String.format("%011o\0%011o\0", i * 10, 1));
    }
    header[482] = 1;
    put(header, 483, String.format("%011o\0", 50));
    byte[] more = new byte[BLOCK];
    put(more, 0, String.format("%011o\0%011o\0", 40, 1));
    read(tar(signed(header), more, block("ABCDE"), header("b", '0', 0)));
    byte[] content = seen.contents.get("core").bytes();
    assertEquals(50, content.length);
    assertEquals('E', content[40]);
    assertEquals(List.of("core", "b"), seen.kept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.0|GNU.sparse.size=1032;GNU.sparse.numblocks=2;GNU.sparse.offset=512;"
            + "GNU.sparse.numbytes=4;GNU.sparse.offset=1024;GNU.sparse.numbytes=4",
        "0.1|GNU.sparse.size=1032;GNU.sparse.map=512,4,1024,4"
      })
  void readsSparseFilesWithTheMapInTheHeader(String version, String records) throws IOException {
    byte[] pax = records(records);
    byte[] file = header("core", '0', 8);
    read(tar(header("x", 'x', pax.length), pax, file, block("AAAABBBB"), header("b", '0', 0)));
    assertSparse(seen.contents.get("core").bytes());
    assertEquals(List.of("core", "b"), seen.kept);
  }

  @Test
  void readsSparseFilesWithTheMapInTheContent() throws IOException {
    byte[] pax =
        records(
            "GNU.sparse.major=1;GNU.sparse.minor=0;GNU.sparse.name=core;GNU.sparse.realsize=1032");
    byte[] file = header("GNUSparseFile.1/core", '0', BLOCK + 8);
    byte[] map = block("2\n512\n4\n1024\n4\n");
    read(tar(header("x", 'x', pax.length), pax, file, map, block("AAAABBBB"), header("b", '0', 0)));
    assertSparse(seen.contents.get("core").bytes());
    assertEquals(List.of("core", "b"), seen.kept);
  }

  @Test
  void readsOnAfterASparseFileWithoutSense() throws IOException {
    byte[] pax = records("GNU.sparse.size=1032;GNU.sparse.map=512,4,100,4");
    byte[] file = header("core", '0', 8);
    ArchiveFacts facts =
        read(tar(header("x", 'x', pax.length), pax, file, block("AAAABBBB"), header("b", '0', 0)));
    assertEquals(List.of("b"), seen.kept);
    assertEquals(
        List.of("corrupt core: the map of a sparse file makes no sense"),
        Seen.lines(facts.problems()));
  }

  @Test
  void readsNoEndlessNames() throws IOException {
    byte[] name = new byte[2 << 20];
    Arrays.fill(name, (byte) 'x');
    ArchiveFacts facts = read(tar(header("L", 'L', name.length), name, header("b", '0', 0)));
    assertEquals(List.of("b"), seen.kept);
    assertEquals(
        List.of("limit : an extended header of 2097152 bytes is skipped"),
        Seen.lines(facts.problems()));
  }

  @Test
  void notesOnlySoManyProblemsOfAKind() throws IOException {
    byte[][] blocks = new byte[2001][];
    Arrays.fill(blocks, header("link", '2', 0));
    blocks[2000] = header("a", '0', 0);
    ArchiveFacts facts = read(tar(blocks));
    assertEquals(1001, facts.problems().size());
    assertEquals("1000 more like these", facts.problems().get(1000).detail());
  }

  private static void assertSparse(byte[] content) {
    byte[] expected = new byte[1032];
    Arrays.fill(expected, 512, 516, (byte) 'A');
    Arrays.fill(expected, 1024, 1028, (byte) 'B');
    assertArrayEquals(expected, content);
  }

  private static byte[] tar(byte[]... parts) throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      tar.write(part);
      tar.write(new byte[-part.length & BLOCK - 1]);
    }
    tar.write(new byte[2 * BLOCK]);
    return tar.toByteArray();
  }

  private static byte[] header(String name, char type, long size) {
    byte[] header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 124, String.format("%011o\0", size));
    put(header, 136, "00000000000\0");
    header[156] = (byte) type;
    put(header, 257, "ustar\00000");
    return signed(header);
  }

  private static byte[] signed(byte[] header) {
    put(header, 148, "        ");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, String.format("%06o\0 ", sum));
    return header;
  }

  private static byte[] records(String records) {
    StringBuilder text = new StringBuilder();
    for (String record : records.split(";")) {
      // All of them are between 10 and 96 characters long.
      text.append(record.length() + 4).append(' ').append(record).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] block(String text) {
    return Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), BLOCK);
  }

  private static void put(byte[] block, int offset, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, block, offset, bytes.length);
  }
}
