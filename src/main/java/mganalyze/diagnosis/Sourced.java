package mganalyze.diagnosis;

import java.util.List;
import java.util.Optional;
import mganalyze.finding.Evidence;
import mganalyze.finding.ObjectReference;

/**
 * Something of the archive that a check's program was given, so that what it says of it can be
 * shown.
 */
interface Sourced {
  /** The object that it is, where it is one. */
  Optional<ObjectReference> object();

  /** The line that shows the value at a path of it; the line that names it for an empty path. */
  Evidence evidence(List<Object> path);
}
