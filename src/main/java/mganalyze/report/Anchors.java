package mganalyze.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.finding.Finding;
import mganalyze.finding.ObjectReference;

/**
 * The ids that links lead to. They depend on what is named only, so that a link into one report
 * still leads to the same runbook, finding and object in the next report on that cluster. Names
 * from the archive do not appear in them, only a hash.
 */
final class Anchors {
  private final IdentityHashMap<Finding, String> findings = new IdentityHashMap<>();
  private final Map<String, String> runbooks = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** Gives the runbooks their ids first, in the order of the report. */
  Anchors(List<RunbookResult> report) {
    for (RunbookResult runbook : report) {
      if (!runbooks.containsKey(runbook.name())) {
        runbooks.put(runbook.name(), free(plain(runbook.name())));
      }
    }
  }

  /** The id of a runbook, for example {@code CDINoDefaultStorageClass}. */
  String of(RunbookResult runbook) {
    return id(runbook.name());
  }

  /** The address of the runbook of that name within the page. */
  String linkTo(String runbook) {
    return "#" + id(runbook);
  }

  private String id(String runbook) {
    return runbooks.getOrDefault(runbook, "");
  }

  /** The id of a finding, for example {@code CDINoDefaultStorageClass.no-class.1f0c88a2}. */
  String of(RunbookResult runbook, Finding finding) {
    String known = findings.get(finding);
    if (known == null) {
      String object = finding.object().isPresent() ? hash(finding.object().get()) : "";
      known = free(of(runbook) + "." + plain(finding.id()) + object);
      findings.put(finding, known);
    }
    return known;
  }

  private static String hash(ObjectReference object) {
    // As the JSON report spells it, so that the page made from that has the same ids.
    String name = WellFormed.of(object.kind() + '/' + object.qualifiedName());
    return "." + Integer.toHexString(name.hashCode());
  }

  private String free(String id) {
    String free = id;
    for (int number = 2; !taken.add(free); number++) {
      free = id + "-" + number;
    }
    return free;
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    for (int at = 0; at < name.length() && plain.length() < 80; at++) {
      char c = name.charAt(at);
      boolean kept = c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
      plain.append(kept ? c : '-');
    }
    return plain.length() == 0 ? "unnamed" : plain.toString();
  }
}
