package mganalyze.monitoring;

import java.util.List;
import java.util.Map;

/**
 * The samples of one time series, oldest first.
 *
 * @param source the file in the archive
 * @param line of its newest sample
 */
public record Series(Map<String, String> labels, List<Sample> samples, String source, int line) {
  public Series {
    labels = Labels.sorted(labels);
    samples = List.copyOf(samples);
  }

  /**
   * @param seconds since 1970
   */
  public record Sample(double seconds, double value) {}
}
