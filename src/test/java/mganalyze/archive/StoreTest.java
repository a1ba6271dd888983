package mganalyze.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {
  @TempDir Path folder;

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static Content keep(Store store, byte[] bytes, long announced) throws IOException {
    StoreWriter writer = store.writer(announced);
    writer.readFrom(new ByteArrayInputStream(bytes));
    return writer.finish();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 5_000, 3_000_000, 1L << 40})
  void keepsContentOfAnyLengthWhateverWasAnnounced(long announced) throws IOException {
    for (long memory : new long[] {0, 100_000, 100_000_000}) {
      try (Store store = Store.withMemory(memory, folder)) {
        List<Content> contents = new ArrayList<>();
        int[] lengths = {0, 1, 4_999, 16 * 1024, 300_000, 3_000_000};
        for (int length : lengths) {
          contents.add(keep(store, bytes(length), announced));
        }
        for (int i = 0; i < lengths.length; i++) {
          checkContent(bytes(lengths[i]), contents.get(i));
        }
      }
    }
  }

  private static void checkContent(byte[] expected, Content content) throws IOException {
    assertEquals(expected.length, content.size());
    assertArrayEquals(expected, content.bytes());
    try (InputStream in = content.open()) {
      assertArrayEquals(expected, in.readAllBytes());
    }
    int from = expected.length / 2;
    int to = Math.min(expected.length, from + 10);
    assertArrayEquals(Arrays.copyOfRange(expected, from, to), content.range(from, 10));
    assertEquals(0, content.range(expected.length, 10).length);
    assertEquals(0, content.range(expected.length + 10L, 10).length);
  }

  @Test
  void keepsSmallContentInMemoryAndTheRestInAFile() throws IOException {
    try (Store store = Store.withMemory(40_000, folder)) {
      assertInstanceOf(MemoryContent.class, keep(store, bytes(9_000), 9_000));
      // No content may take more than a quarter.
      assertInstanceOf(SpilledContent.class, keep(store, bytes(11_000), 11_000));
      assertInstanceOf(MemoryContent.class, keep(store, bytes(9_000), -1));
    }
  }

  @Test
  void failsToReadOnceItIsClosed() throws IOException {
    Content content;
    try (Store store = Store.withMemory(0, folder)) {
      content = keep(store, bytes(100), 100);
    }
    assertThrows(UncheckedIOException.class, content::bytes);
  }

  @Test
  void saysWhereItCannotWrite() {
    Path missing = folder.resolve("missing");
    try (Store store = Store.withMemory(0, missing)) {
      IOException error = assertThrows(StoreException.class, () -> keep(store, bytes(100), 100));
      assertTrue(
          error.getMessage().startsWith("cannot make a temporary file in " + missing),
          error.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void leavesNoFileWhileItIsOpen() throws IOException {
    try (Store store = Store.withMemory(0, folder)) {
      keep(store, bytes(100), 100);
      assertEquals(List.of(), files());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "KILL"})
  @DisabledOnOs(OS.WINDOWS)
  void leavesNoFileWhenTheProgramIsStopped(String signal) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Waiting.class.getName())
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("kept", out.readLine());
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    } finally {
      process.destroyForcibly();
    }
    assertEquals(List.of(), files());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.getFileName().toString().startsWith("hsperf")).toList();
    }
  }

  /** A program that has something in a temporary file and waits to be stopped. */
  static final class Waiting {
    private Waiting() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      try (Store store = Store.withMemory(0)) {
        keep(store, bytes(1_000_000), -1);
        System.out.println("kept");
        Thread.sleep(60_000);
      }
    }
  }
}
