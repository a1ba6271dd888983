package mganalyze.diagnosis;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mganalyze.finding.SecretMask;

/**
 * The alert as the archive's rules dump has it.
 *
 * @param state one of firing, pending, inactive, absent, unknown
 * @param source path in the archive; empty for unknown
 */
public record AlertSummary(String state, Optional<String> source, List<Instance> instances) {
  public AlertSummary {
    instances = List.copyOf(instances);
  }

  /**
   * One active instance of the alert, with its labels in the order of their names, secrets masked.
   */
  public record Instance(String state, Optional<Instant> activeAt, Map<String, String> labels) {
    public Instance {
      Map<String, String> shown = new TreeMap<>(labels);
      shown.replaceAll((label, value) -> SecretMask.mask(value));
      labels = Collections.unmodifiableMap(shown);
    }
  }
}
