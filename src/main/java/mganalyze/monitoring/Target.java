package mganalyze.monitoring;

import java.util.Map;

/**
 * A scrape target of Prometheus; its health is what the metric {@code up} was built from.
 *
 * @param health up, down or unknown
 * @param labels such as namespace, pod, job
 * @param source the file in the archive
 */
public record Target(String health, Map<String, String> labels, String lastError, String source) {
  public Target {
    labels = Labels.sorted(labels);
  }
}
