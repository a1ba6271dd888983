package mganalyze.cases;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import mganalyze.diagnosis.Diagnosis;
import mganalyze.diagnosis.Report;
import mganalyze.runbook.Runbook;

/**
 * A gather that is kept as a folder of readable files, with the changes that its {@code
 * gather.yaml} makes.
 */
public final class GatherFolder {
  private final FileTree tree;

  private GatherFolder(FileTree tree) {
    this.tree = tree;
  }

  public static GatherFolder read(Path folder) throws CaseException {
    return new GatherFolder(new BaseGathers(new Places()).read(folder).tree());
  }

  /** What runbooks say of it. */
  public Report diagnose(Collection<Runbook> runbooks) throws IOException {
    try (OpenedGather opened = OpenedGather.of(tree)) {
      return new Diagnosis(opened.gather(), opened.facts()).run(runbooks, "test");
    }
  }

  /** Writes it as a tar archive. */
  public void packTo(OutputStream out) throws IOException {
    out.write(Tar.of(tree));
  }

  /** Writes its files below a folder. Fails on names that are none on this machine. */
  public void copyTo(Path folder) throws IOException {
    for (String path : tree.paths()) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, tree.content(path));
    }
  }
}
