package mganalyze.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mganalyze.finding.Missing;
import mganalyze.finding.Verdict;

/** Merges what all undecided runbooks miss into the fewest commands for the customer. */
final class Asking {
  private static final int MOST_NAMED = 6;

  private Asking() {}

  static List<Missing> merge(List<RunbookResult> results) {
    Map<String, Set<String>> byCommand = new LinkedHashMap<>();
    for (RunbookResult result : results) {
      if (result.verdict() == Verdict.UNDETERMINED || result.verdict() == Verdict.SUSPECTED) {
        for (Missing missing : result.missing()) {
          byCommand
              .computeIfAbsent(missing.collectWith(), k -> new LinkedHashSet<>())
              .add(missing.what());
        }
      }
    }
    List<Missing> asked = new ArrayList<>();
    for (Map.Entry<String, Set<String>> one : byCommand.entrySet()) {
      asked.add(new Missing(words(List.copyOf(one.getValue())), one.getKey()));
    }
    return asked;
  }

  private static String words(List<String> whats) {
    if (whats.size() <= MOST_NAMED) {
      return String.join("; ", whats);
    }
    return String.join("; ", whats.subList(0, MOST_NAMED))
        + "; and "
        + (whats.size() - MOST_NAMED)
        + " more";
  }
}
