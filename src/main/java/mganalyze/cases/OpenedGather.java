package mganalyze.cases;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import mganalyze.archive.ArchiveFacts;
import mganalyze.archive.ArchiveReader;
import mganalyze.archive.Limits;
import mganalyze.archive.Source;
import mganalyze.archive.Store;
import mganalyze.gather.Gather;
import mganalyze.gather.GatherBuilder;

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
    return of(Tar.of(tree));
  }

  /** Reads a tar archive. */
  static OpenedGather of(byte[] tar) throws IOException {
    Store store = Store.create();
    try {
      GatherBuilder builder = new GatherBuilder(() -> {});
      Source source = new Source.Stream("case.tar", new ByteArrayInputStream(tar));
      ArchiveFacts facts =
          ArchiveReader.read(
              source, Limits.defaults(), store, builder, (read, total, entries) -> {});
      return new OpenedGather(store, facts, builder.build(facts));
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
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
