package mganalyze.shell;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a command line did.
 *
 * @param status as bash gives it; 126 for a refused, 127 for an unsupported command
 * @param truncated whether a limit cut {@code out}
 * @param sources archive paths that the output was read from
 * @param noData what was asked for and is not in the archive
 * @param refusal the first command of the line that did not run, if any
 */
public record Result(
    int status,
    byte[] out,
    byte[] err,
    boolean truncated,
    SortedSet<String> sources,
    List<String> noData,
    Optional<Refusal> refusal) {
  public Result {
    sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
    noData = List.copyOf(noData);
  }

  /** Standard output as text, see {@link Utf8}. */
  public String output() {
    return Utf8.decode(out, 0, out.length);
  }

  /** Standard error as text, see {@link Utf8}. */
  public String errors() {
    return Utf8.decode(err, 0, err.length);
  }
}
