package mganalyze.cli;

import java.io.IOException;
import mganalyze.archive.ArchiveException;
import mganalyze.archive.ArchiveFacts;
import mganalyze.archive.ArchiveReader;
import mganalyze.archive.Limits;
import mganalyze.archive.Progress;
import mganalyze.archive.Source;
import mganalyze.archive.Store;
import mganalyze.gather.Gather;
import mganalyze.gather.GatherBuilder;

/** An archive that was read, with the store that holds what was kept of it. */
final class OpenArchive implements AutoCloseable {
  private final Store store;
  private final ArchiveFacts facts;
  private final Gather gather;

  private OpenArchive(Store store, ArchiveFacts facts, Gather gather) {
    this.store = store;
    this.facts = facts;
    this.gather = gather;
  }

  /**
   * Reads an archive.
   *
   * @param onVirtualization called once, as soon as the archive is seen to have something of
   *     OpenShift Virtualization
   * @throws ArchiveException if there is nothing to analyze in it
   */
  static OpenArchive read(String argument, Progress progress, Runnable onVirtualization)
      throws IOException {
    Store store = Store.create();
    try {
      GatherBuilder builder = new GatherBuilder(onVirtualization);
      ArchiveFacts facts =
          ArchiveReader.read(Source.of(argument), Limits.defaults(), store, builder, progress);
      if (!builder.isMustGather()) {
        throw new IOException(argument + ": there is no must-gather in it");
      }
      return new OpenArchive(store, facts, builder.build(facts));
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
