package mganalyze.oc.logs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.command.CommandLine;
import mganalyze.oc.command.GoDuration;
import mganalyze.oc.value.Times;

/**
 * Which lines are printed, and how.
 *
 * @param tail how many lines at the end of each log; negative for all
 * @param limit how many bytes of each log; negative for all
 * @param since the earliest time of a line
 */
record LogOptions(
    boolean previous,
    boolean timestamps,
    boolean prefix,
    long tail,
    long limit,
    Optional<Instant> since) {
  private static final long TAIL_OF_SELECTED = 10;

  static LogOptions of(CommandLine line, Instant now) throws CommandException {
    boolean selected = line.text("selector").filter(text -> !text.isEmpty()).isPresent();
    long tail = line.text("tail").map(Long::parseLong).orElse(selected ? TAIL_OF_SELECTED : -1);
    if (tail < -1) {
      throw CommandException.error("--tail must be greater than or equal to -1");
    }
    long limit = line.text("limit-bytes").map(Long::parseLong).orElse(0L);
    if (limit < 0) {
      throw CommandException.error("--limit-bytes must be greater than 0");
    }
    return new LogOptions(
        line.has("previous"),
        line.has("timestamps"),
        line.isGiven("prefix") ? line.has("prefix") : line.has("all-pods"),
        tail,
        limit > 0 ? limit : -1,
        since(line, now));
  }

  private static Optional<Instant> since(CommandLine line, Instant now) throws CommandException {
    Optional<Instant> time = sinceTime(line);
    Optional<Duration> span =
        line.text("since").flatMap(GoDuration::parse).filter(duration -> !duration.isZero());
    if (span.isPresent() && span.get().isNegative()) {
      throw CommandException.error("--since must be greater than 0");
    }
    if (time.isPresent() && span.isPresent()) {
      throw CommandException.error("at most one of `sinceTime` or `sinceSeconds` may be specified");
    }
    return time.isPresent() ? time : span.map(now::minus);
  }

  /** The value of {@code --since-time}. */
  static Optional<Instant> sinceTime(CommandLine line) throws CommandException {
    String text = line.text("since-time").orElse("");
    Optional<Instant> time = Times.parse(text);
    if (time.isEmpty() && !text.isEmpty()) {
      throw CommandException.error(
          "parsing time \""
              + text
              + "\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \""
              + text
              + "\" as \"2006\"");
    }
    return time;
  }
}
