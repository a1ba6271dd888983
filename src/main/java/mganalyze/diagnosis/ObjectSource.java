package mganalyze.diagnosis;

import java.util.List;
import java.util.Optional;
import mganalyze.finding.Evidence;
import mganalyze.finding.ObjectReference;
import mganalyze.gather.Resource;

/** An object of the cluster as a check's program was given it. */
record ObjectSource(Resource resource) implements Sourced {
  private static final List<Object> NAME = List.of("metadata", "name");

  @Override
  public Optional<ObjectReference> object() {
    return Optional.of(resource.reference());
  }

  @Override
  public Evidence evidence(List<Object> path) {
    int line = resource.lineOf(path.isEmpty() ? NAME : path);
    byte[] text = resource.text();
    if (resource.type().qualifiedPlural().equals("secrets")) {
      return new Evidence(
          resource.paths().get(0), line, "(a Secret's lines are not shown)", List.of(), List.of());
    }
    return LineText.evidence(resource.paths().get(0), text, line, LineText.offset(text, line));
  }
}
