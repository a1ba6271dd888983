package mganalyze.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mganalyze.diagnosis.Workers;
import mganalyze.runbook.Mistake;
import mganalyze.runbook.Runbooks;

/** The cases of files and folders. */
public final class CaseSuite {
  private final List<Case> cases = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  private CaseSuite() {}

  /**
   * Reads files of cases, and the {@code .yaml} files below folders.
   *
   * @param runbooks those that the cases name
   * @throws IOException if a path is missing or cannot be read; the message names it
   */
  public static CaseSuite read(Collection<Path> paths, Runbooks runbooks) throws IOException {
    CaseSuite suite = new CaseSuite();
    Places places = new Places();
    BaseGathers bases = new BaseGathers(places);
    for (Path path : paths) {
      for (Path file : files(path)) {
        try {
          suite.cases.addAll(CaseFile.read(file, runbooks, bases, places));
        } catch (CaseException e) {
          suite.mistakes.addAll(e.mistakes());
        }
      }
    }
    return suite;
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new IOException(path + ": no such file or folder");
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> walk = Files.walk(path)) {
      return walk.filter(file -> file.toString().endsWith(".yaml") && Files.isRegularFile(file))
          .sorted()
          .toList();
    }
  }

  /** What is wrong in the files; their cases are left out. */
  public List<Mistake> mistakes() {
    return List.copyOf(mistakes);
  }

  public List<Case> cases() {
    return List.copyOf(cases);
  }

  /**
   * A case that does not come out as expected.
   *
   * @param text a table of what was expected and what came, its lines indented
   */
  public record Failure(String file, String name, String text) {}

  /** Runs them all, in parallel; those that fail, in the order of the files. */
  public List<Failure> run() {
    return Workers.map(cases, CaseSuite::failure).stream().flatMap(Optional::stream).toList();
  }

  private static Optional<Failure> failure(Case one) {
    return one.run().map(text -> new Failure(one.file(), one.name(), text));
  }
}
