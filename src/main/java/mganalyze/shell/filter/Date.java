package mganalyze.shell.filter;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import mganalyze.shell.Invocation;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.Utf8;

/** {@code date}: the time of the gather, or one that is given, in UTC. */
final class Date extends Filter<Date.Settings> {
  private static final String DEFAULT_FORMAT = "%a %b %e %H:%M:%S %Z %Y";

  /**
   * @param when what {@code -d} says; empty for now
   */
  record Settings(String when, String format) {}

  @Override
  Settings parse(String name, List<String> arguments) {
    Options.Parsed parsed =
        new Options(name, "uR", "d")
            .optional("I")
            .longName("utc", 'u')
            .longName("universal", 'u')
            .longName("date", 'd')
            .longName("rfc-email", 'R')
            .longName("iso-8601", 'I')
            .parse(arguments);
    String when = "";
    String format = DEFAULT_FORMAT;
    for (Options.Option option : parsed.options()) {
      switch (option.letter()) {
        case 'd' -> when = option.value();
        case 'R' -> format = "%a, %d %b %Y %H:%M:%S %z";
        case 'I' -> format = isoFormat(option.value());
        default -> {}
      }
    }
    for (String operand : parsed.operands()) {
      if (!operand.startsWith("+")) {
        throw new UnsupportedCommandException("date " + operand);
      }
      format = operand.substring(1);
    }
    TimeFormat.check(format);
    if (!when.isEmpty()) {
      time(when, Instant.EPOCH);
    }
    return new Settings(when, format);
  }

  private static String isoFormat(String precision) {
    return switch (precision) {
      case "", "date" -> "%Y-%m-%d";
      case "hours" -> "%Y-%m-%dT%H%:z";
      case "minutes" -> "%Y-%m-%dT%H:%M%:z";
      case "seconds" -> "%Y-%m-%dT%H:%M:%S%:z";
      case "ns" -> "%Y-%m-%dT%H:%M:%S,%N%:z";
      default ->
          throw new UsageException(1, "invalid argument ‘" + precision + "’ for ‘--iso-8601’");
    };
  }

  @Override
  int run(Settings settings, Invocation call) throws IOException {
    ZonedDateTime time = time(settings.when(), call.now()).atZone(ZoneOffset.UTC);
    Utf8.write(call.out(), TimeFormat.print(settings.format(), time) + "\n");
    return 0;
  }

  private static Instant time(String when, Instant now) {
    if (when.isEmpty() || when.equals("now")) {
      return now;
    }
    if (when.matches("@-?[0-9]{1,12}(\\.[0-9]+)?")) {
      return Instant.ofEpochSecond(Long.parseLong(when.substring(1).replaceFirst("\\..*", "")));
    }
    if (when.matches("[-+]?[0-9]{1,6} (second|sec|minute|min|hour|day|week)s?( ago)?")) {
      return relative(when.split(" "), now);
    }
    try {
      return absolute(when.strip());
    } catch (DateTimeException e) {
      throw new UnsupportedCommandException("date -d '" + when + "'");
    }
  }

  private static Instant relative(String[] words, Instant now) {
    long count = Long.parseLong(words[0].replace("+", "")) * (words.length > 2 ? -1 : 1);
    String unit = words[1].endsWith("s") ? words[1].substring(0, words[1].length() - 1) : words[1];
    long seconds =
        switch (unit) {
          case "second", "sec" -> 1;
          case "minute", "min" -> 60;
          case "hour" -> 3600;
          case "day" -> 86400;
          default -> 7 * 86400;
        };
    return now.plusSeconds(count * seconds);
  }

  private static Instant absolute(String text) {
    if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    String iso = text.replaceFirst("^([0-9-]{10}) ", "$1T").replaceFirst(" ?(UTC|GMT)$", "Z");
    if (iso.matches(".*([Zz]|[+-][0-9]{2}:[0-9]{2})$")) {
      return OffsetDateTime.parse(iso).toInstant();
    }
    return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }
}
