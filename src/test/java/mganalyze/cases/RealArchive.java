package mganalyze.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import mganalyze.archive.ArchiveFacts;
import mganalyze.archive.ArchiveReader;
import mganalyze.archive.Limits;
import mganalyze.archive.Progress;
import mganalyze.archive.Source;
import mganalyze.archive.Store;
import mganalyze.diagnosis.Diagnosis;
import mganalyze.diagnosis.Report;
import mganalyze.gather.GatherBuilder;
import mganalyze.runbook.Runbook;

/** Runs runbooks over an archive as a customer uploads it. */
final class RealArchive {
  private RealArchive() {}

  static Report diagnose(Path path, Collection<Runbook> runbooks) throws IOException {
    try (Store store = Store.create()) {
      GatherBuilder builder = new GatherBuilder(() -> {});
      ArchiveFacts facts =
          ArchiveReader.read(
              Source.of(path.toString()), Limits.defaults(), store, builder, Progress.none());
      return new Diagnosis(builder.build(facts), facts).run(runbooks, "test");
    }
  }
}
