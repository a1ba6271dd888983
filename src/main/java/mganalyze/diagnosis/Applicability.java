package mganalyze.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mganalyze.finding.Missing;
import mganalyze.gather.Coverage;
import mganalyze.gather.Gather;
import mganalyze.gather.Query;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;
import mganalyze.runbook.Runbook;
import mganalyze.runbook.VersionRange;

/** Whether a runbook's component is installed, in a version that has the alert. */
sealed interface Applicability {
  record Applies() implements Applicability {}

  /** Proven not to apply: the component is not installed. */
  record Not(String why) implements Applicability {}

  /** By its version the cluster has no such alert; the cluster's own rules know better. */
  record OtherVersion(String why) implements Applicability {}

  /** The archive does not have what would show the component. */
  record Unknown(List<Missing> missing) implements Applicability {}

  static Applicability of(Runbook runbook, Gather gather, ComponentVersions versions) {
    Optional<String> outside = runbook.versions().flatMap(range -> outside(range, versions));
    if (outside.isPresent()) {
      return new OtherVersion(outside.get());
    }
    if (runbook.appliesTo().isEmpty()) {
      return new Applies();
    }
    List<String> proofs = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    for (String entry : runbook.appliesTo()) {
      int slash = entry.indexOf('/');
      Optional<ResourceType> type =
          gather.types().find(slash < 0 ? entry : entry.substring(0, slash));
      if (type.isEmpty()) {
        continue;
      }
      Query query = Query.of(type.get(), Scope.all());
      query = slash < 0 ? query : query.named(entry.substring(slash + 1));
      if (!gather.resources(query).isEmpty()) {
        return new Applies();
      }
      // A workload by name shows that the component is there; that it is not proves little.
      if (slash < 0) {
        judge(gather.coverage(query), type.get(), proofs, missing);
      }
    }
    return missing.isEmpty() && !proofs.isEmpty() ? new Not(proofs.get(0)) : new Unknown(missing);
  }

  private static void judge(
      Coverage coverage, ResourceType type, List<String> proofs, List<Missing> missing) {
    if (coverage instanceof Coverage.NoSuchType none) {
      proofs.add(none.why());
    } else if (coverage instanceof Coverage.Gathered gathered) {
      proofs.add(
          "the cluster has no "
              + type.kind()
              + ": "
              + gathered.why()
              + " was gathered and holds none");
    } else if (coverage instanceof Coverage.Partly partly) {
      missing.add(partly.missing());
    } else if (coverage instanceof Coverage.NotGathered none) {
      missing.add(none.missing());
    }
  }

  private static Optional<String> outside(VersionRange range, ComponentVersions versions) {
    Optional<String> version = versions.of(range.component());
    if (version.isEmpty() || range.holds(version.get())) {
      return Optional.empty();
    }
    String successor = range.successor().map(s -> "; " + s).orElse("");
    String when =
        range
            .removed()
            .filter(
                gone ->
                    !range
                        .since()
                        .filter(first -> VersionRange.isBefore(version.get(), first))
                        .isPresent())
            .map(gone -> "was removed in " + gone)
            .orElseGet(() -> "came with " + range.since().orElse(""));
    return Optional.of(
        "this cluster has "
            + range.component()
            + " "
            + version.get()
            + ", and the alert "
            + when
            + successor);
  }
}
