package mganalyze.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mganalyze.finding.Evidence;
import mganalyze.finding.ObjectReference;
import mganalyze.gather.LogFile;

/**
 * A log line that matches a pattern.
 *
 * @param line number in the uncompressed file, from 1
 * @param offset of its first byte
 * @param text without the time that stands before it
 * @param groups the pattern's named groups
 */
record LogMatch(
    LogFile file,
    int line,
    int offset,
    Optional<Instant> time,
    String text,
    Map<String, String> groups)
    implements Sourced {

  @Override
  public Optional<ObjectReference> object() {
    return Optional.of(new ObjectReference("v1", "Pod", file.namespace(), file.pod()));
  }

  @Override
  public Evidence evidence(List<Object> path) {
    return LineText.evidence(file.path(), file.bytes(), line, offset);
  }
}
