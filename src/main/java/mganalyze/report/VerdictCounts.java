package mganalyze.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.finding.Verdict;

/** How many runbooks got each verdict. */
final class VerdictCounts {
  private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

  VerdictCounts(List<RunbookResult> runbooks) {
    for (RunbookResult runbook : runbooks) {
      counts.merge(runbook.verdict(), 1, Integer::sum);
    }
  }

  int of(Verdict verdict) {
    return counts.getOrDefault(verdict, 0);
  }
}
