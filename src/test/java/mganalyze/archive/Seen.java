package mganalyze.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mganalyze.finding.Problem;

/**
 * Opens what looks like an archive, skips what is called {@code *.skip}, keeps the rest, and
 * remembers.
 */
final class Seen implements EntryVisitor {
  final List<String> kept = new ArrayList<>();
  final List<String> partial = new ArrayList<>();
  final List<String> skipped = new ArrayList<>();
  final Map<String, Content> contents = new LinkedHashMap<>();
  final List<EntryHeader> headers = new ArrayList<>();

  @Override
  public Choice choose(EntryHeader header) {
    headers.add(header);
    if (header.path().endsWith(".skip")) {
      return Choice.SKIP;
    }
    String name = header.path().substring(header.path().lastIndexOf('/') + 1);
    boolean isCalledArchive = name.matches(".*\\.(tgz|tar|tar\\..*|zip)");
    return isCalledArchive ? Choice.OPEN : Choice.KEEP;
  }

  @Override
  public void kept(EntryHeader header, Content content) {
    kept.add(header.path());
    contents.put(header.path(), content);
    if (header.partial()) {
      partial.add(header.path());
    }
  }

  @Override
  public void skipped(EntryHeader header) {
    skipped.add(header.path());
  }

  /** {@code kind path: detail}. */
  static List<String> lines(List<Problem> problems) {
    return problems.stream()
        .map(p -> p.kind().word() + " " + p.path() + ": " + p.detail())
        .toList();
  }
}
