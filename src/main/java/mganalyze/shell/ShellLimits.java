package mganalyze.shell;

import java.time.Duration;

/**
 * What one command line may use.
 *
 * @param outputBytes what one stage of a pipeline may print
 * @param time of the processor for the whole line
 */
public record ShellLimits(int outputBytes, Duration time) {
  /** Enough for a 50 MB log through a few filters. */
  public static ShellLimits defaults() {
    return new ShellLimits(64 << 20, Duration.ofSeconds(10));
  }
}
