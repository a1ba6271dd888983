package mganalyze.cases;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import mganalyze.archive.ArchiveFacts;
import mganalyze.archive.ArchiveReader;
import mganalyze.archive.Limits;
import mganalyze.archive.Source;
import mganalyze.archive.Store;
import mganalyze.gather.Gather;
import mganalyze.gather.GatherBuilder;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Files that were packed in memory and read like any archive. */
final class OpenedGather implements AutoCloseable {
  private final Store store;
  private final ArchiveFacts facts;
  private final Gather gather;

  private OpenedGather(Store store, ArchiveFacts facts, Gather gather) {
    this.store = store;
    this.facts = facts;
    this.gather = gather;
  }

  static OpenedGather of(FileTree tree) throws IOException {
    Store store = Store.create();
    try {
      GatherBuilder builder = new GatherBuilder(() -> {});
      Source source = new Source.Stream("case.tar", new ByteArrayInputStream(pack(tree)));
      ArchiveFacts facts =
          ArchiveReader.read(
              source, Limits.defaults(), store, builder, (read, total, entries) -> {});
      return new OpenedGather(store, facts, builder.build(facts));
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** As a tar archive. */
  static byte[] pack(FileTree tree) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setAddPaxHeadersForNonAsciiNames(true);
      for (String path : tree.paths()) {
        TarArchiveEntry entry = new TarArchiveEntry(path);
        entry.setSize(tree.content(path).length);
        // The same files make the same bytes, whenever they are packed.
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.write(tree.content(path));
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  ArchiveFacts facts() {
    return facts;
  }

  Gather gather() {
    return gather;
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
