package mganalyze.archive;

import com.fasterxml.jackson.databind.JsonNode;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * Makes archives as a case describes them:
 *
 * <pre>
 * files:
 *   a: text
 *   b: {text: "line\n", times: 1000, pack: gz}
 *   c: {random: 5000}                        # bytes, always the same
 *   d: {link: /etc/passwd}                   # or hardlink, device, pipe
 *   e.tgz: {pack: tar.gz, files: {f: text}, cut: 100}
 * </pre>
 */
final class Packer {
  private Packer() {}

  /**
   * @param pack a container, then compressions: {@code tar.gz}, {@code zip}, {@code tar.zst.xz}
   */
  static byte[] pack(String pack, JsonNode files) throws IOException {
    String[] layers = pack.split("\\.");
    byte[] bytes = layers[0].equals("zip") ? zip(files) : tar(files);
    return compress(bytes, Arrays.copyOfRange(layers, 1, layers.length));
  }

  static byte[] compress(byte[] content, String... compressions) throws IOException {
    byte[] bytes = content;
    for (String compression : compressions) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream out = compressor(compression, packed)) {
        out.write(bytes);
      }
      bytes = packed.toByteArray();
    }
    return bytes;
  }

  private static OutputStream compressor(String compression, OutputStream out) throws IOException {
    return switch (compression) {
      case "gz" -> new GZIPOutputStream(out);
      case "xz" -> new XZOutputStream(out, new LZMA2Options(1));
      case "bz2" -> new BZip2CompressorOutputStream(out, 1);
      case "zst" -> new ZstdOutputStream(out);
      default -> throw new IllegalArgumentException(compression);
    };
  }

  /** The files of a case by name, in the order in which archives have them here. */
  static Map<String, JsonNode> sorted(JsonNode files) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    files.properties().forEach(file -> sorted.put(file.getKey(), file.getValue()));
    return sorted;
  }

  static byte[] tar(JsonNode files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      for (Map.Entry<String, JsonNode> file : sorted(files).entrySet()) {
        JsonNode description = file.getValue();
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), type(description), true);
        entry.setModTime(1_700_000_000_000L);
        entry.setLinkName(description.path("link").asText(description.path("hardlink").asText()));
        byte[] content = entry.isFile() ? content(description) : new byte[0];
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte type(JsonNode description) {
    if (description.has("link")) {
      return TarConstants.LF_SYMLINK;
    }
    if (description.has("hardlink")) {
      return TarConstants.LF_LINK;
    }
    if (description.has("device")) {
      return TarConstants.LF_CHR;
    }
    return description.has("pipe") ? TarConstants.LF_FIFO : TarConstants.LF_NORMAL;
  }

  static byte[] zip(JsonNode files) throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(channel)) {
      for (Map.Entry<String, JsonNode> file : sorted(files).entrySet()) {
        ZipArchiveEntry entry = new ZipArchiveEntry(file.getKey());
        JsonNode link = file.getValue().path("link");
        if (!link.isMissingNode()) {
          entry.setUnixMode(UnixStat.LINK_FLAG | 0777);
        }
        zip.putArchiveEntry(entry);
        zip.write(
            link.isMissingNode()
                ? content(file.getValue())
                : link.asText().getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
      }
    }
    return Arrays.copyOf(channel.array(), (int) channel.size());
  }

  /** What one file holds. */
  static byte[] content(JsonNode description) throws IOException {
    if (description.has("files")) {
      byte[] archive = pack(description.get("pack").asText(), description.get("files"));
      return cut(archive, description);
    }
    byte[] bytes;
    if (description.has("random")) {
      bytes = new byte[description.get("random").asInt()];
      new Random(bytes.length).nextBytes(bytes);
    } else {
      String text = description.path("text").asText(description.asText());
      bytes = text.repeat(description.path("times").asInt(1)).getBytes(StandardCharsets.UTF_8);
    }
    return description.has("pack") ? compress(bytes, description.get("pack").asText()) : bytes;
  }

  static byte[] cut(byte[] bytes, JsonNode description) {
    return Arrays.copyOf(bytes, description.path("cut").asInt(bytes.length));
  }
}
