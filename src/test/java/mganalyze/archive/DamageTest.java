package mganalyze.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cuts archives and changes bytes in them, at random but always the same. Whatever comes of it: no
 * failure but {@link ArchiveException}, an end, and no word of completeness over wrong contents.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DamageTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** More rounds for a long night: {@code -Dmganalyze.rounds=20000}. */
  private static final int ROUNDS = Integer.getInteger("mganalyze.rounds", 120);

  @TempDir Path folder;

  private static ObjectNode files() {
    ObjectNode files = JSON.createObjectNode();
    files.put("a/version", "openshift/must-gather\n4.18\n");
    files.putObject("a/b.log").put("text", "2021-08-03T09:24:30Z a line\n").put("times", 300);
    files.putObject("a/c.bin").put("random", 3000);
    ObjectNode nested = files.putObject("a/d.tgz").put("pack", "tar.gz");
    nested.putObject("files").put("inside.yaml", "kind: Pod\n").putObject("x").put("random", 700);
    files.put("a/e.log", "");
    files.putObject("a/f.yaml").put("text", "- name: some\n").put("times", 100);
    return files;
  }

  /** What a reading of the whole archive keeps. */
  private static Map<String, byte[]> originals() throws IOException {
    Map<String, byte[]> originals = new TreeMap<>();
    for (Map.Entry<String, JsonNode> file : Packer.sorted(files()).entrySet()) {
      JsonNode inside = file.getValue().path("files");
      if (inside.isMissingNode()) {
        originals.put(file.getKey(), Packer.content(file.getValue()));
      } else {
        for (Map.Entry<String, JsonNode> entry : Packer.sorted(inside).entrySet()) {
          originals.put(file.getKey() + "!/" + entry.getKey(), Packer.content(entry.getValue()));
        }
      }
    }
    return originals;
  }

  @ParameterizedTest
  @ValueSource(strings = {"tar", "tar.gz", "tar.xz", "tar.zst", "tar.bz2", "zip"})
  void deliversWhatComesBeforeACut(String pack) throws IOException {
    byte[] archive = Packer.pack(pack, files());
    Map<String, byte[]> originals = originals();
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      int length = 1 + random.nextInt(archive.length - 1);
      Reading reading = read(Arrays.copyOf(archive, length));
      if (reading.facts.isEmpty()) {
        continue;
      }
      boolean isWhole = pack.equals("tar") && reading.contents.size() == originals.size();
      assertTrue(!reading.facts.get().complete() || isWhole, pack + " cut to " + length);
      for (Map.Entry<String, byte[]> kept : reading.contents.entrySet()) {
        String where = kept.getKey() + " of " + pack + " cut to " + length;
        byte[] original = originals.get(kept.getKey());
        // A nested archive that is cut at its first bytes is delivered as a file.
        if (original != null) {
          assertTrue(kept.getValue().length <= original.length, where);
          byte[] start = Arrays.copyOf(original, kept.getValue().length);
          assertArrayEquals(start, kept.getValue(), where);
          boolean isPartial = reading.seen.partial.contains(kept.getKey());
          assertTrue(isPartial || start.length == original.length, where);
        } else {
          assertTrue(kept.getKey().endsWith(".tgz"), where);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tar", "tar.gz", "tar.xz", "tar.zst", "tar.bz2", "zip"})
  void callsNothingCompleteThatIsWrong(String pack) throws IOException {
    byte[] archive = Packer.pack(pack, files());
    Map<String, byte[]> originals = originals();
    Random random = new Random(2);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = archive.clone();
      int position = random.nextInt(archive.length);
      damaged[position] ^= (byte) (1 + random.nextInt(255));
      Reading reading = read(damaged);
      // A tar has no checksums of contents, nor a zip of names.
      boolean isProtected = !pack.equals("tar") && !pack.equals("zip");
      if (isProtected && reading.facts.isPresent() && reading.facts.get().complete()) {
        assertEquals(originals.keySet(), reading.contents.keySet(), pack + " at " + position);
        originals.forEach(
            (path, bytes) ->
                assertArrayEquals(
                    bytes, reading.contents.get(path), path + " of " + pack + " at " + position));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tar", "tar.gz", "tar.xz", "tar.zst", "tar.bz2", "zip"})
  void survivesMuchDamage(String pack) throws IOException {
    byte[] archive = Packer.pack(pack, files());
    Random random = new Random(3);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = archive.clone();
      int changes = 1 + random.nextInt(40);
      int start = random.nextInt(archive.length);
      // All over, or close together.
      int span = random.nextBoolean() ? archive.length : 64;
      for (int i = 0; i < changes; i++) {
        damaged[(start + random.nextInt(span)) % archive.length] = (byte) random.nextInt();
      }
      int length = random.nextInt(4) == 0 ? random.nextInt(archive.length) : archive.length;
      read(Arrays.copyOf(damaged, length));
    }
    assertFalse(Thread.getAllStackTraces().keySet().stream().anyMatch(DamageTest::isReading));
  }

  private static boolean isReading(Thread thread) {
    return thread.isAlive() && thread.getName().startsWith("archive-");
  }

  /** Facts are empty if the reader refused. */
  private record Reading(Optional<ArchiveFacts> facts, Seen seen, Map<String, byte[]> contents) {}

  private Reading read(byte[] archive) throws IOException {
    Path path = folder.resolve("archive");
    Files.write(path, archive);
    Seen seen = new Seen();
    Map<String, byte[]> contents = new TreeMap<>();
    try (Store store = Store.withMemory(1 << 20)) {
      ArchiveFacts facts =
          ArchiveReader.read(
              new Source.Local(path), Limits.defaults(), store, seen, Progress.none());
      for (Map.Entry<String, Content> kept : seen.contents.entrySet()) {
        contents.put(kept.getKey(), kept.getValue().bytes());
        kept.getValue().decompressed().size();
      }
      return new Reading(Optional.of(facts), seen, contents);
    } catch (ArchiveException e) {
      assertTrue(e.getMessage().startsWith(path + ": "), e.getMessage());
      return new Reading(Optional.empty(), seen, contents);
    }
  }
}
