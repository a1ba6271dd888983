package mganalyze.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in times that cases write relative to when their gather was made: {@code {{ago 20m}}} (RFC
 * 3339), {@code {{klog 20m}}} ({@code 1024 12:45:00.000000}), {@code {{epoch 20m}}} (seconds);
 * {@code 0s} is the gather's own time, {@code -5m} lies behind it.
 */
final class Times {
  // Braces mean a map to YAML; these marks stand for them while the file is parsed.
  private static final char OPEN = '\u27E6';
  private static final char CLOSE = '\u27E7';

  private static final Pattern WRITTEN = Pattern.compile("\\{\\{ *([a-z]+ +[^{}]*?) *\\}\\}");
  private static final Pattern MARKED =
      Pattern.compile(OPEN + "(ago|klog|epoch) +(-?)([0-9dhms]+)" + CLOSE);
  private static final Pattern PART = Pattern.compile("([0-9]+)([dhms])");
  private static final DateTimeFormatter KLOG =
      DateTimeFormatter.ofPattern("MMdd HH:mm:ss.SSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Times() {}

  /** Makes the text of a file parsable. */
  static String mark(String yaml) {
    return WRITTEN.matcher(yaml).replaceAll(OPEN + "$1" + CLOSE);
  }

  /** Puts the times in. */
  static JsonNode fill(JsonNode node, Instant gatheredAt) {
    if (node.isTextual()) {
      return TextNode.valueOf(fill(node.textValue(), gatheredAt));
    }
    if (node.isArray()) {
      ArrayNode filled = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> filled.add(fill(item, gatheredAt)));
      return filled;
    }
    if (node.isObject()) {
      ObjectNode filled = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              entry ->
                  filled.set(fill(entry.getKey(), gatheredAt), fill(entry.getValue(), gatheredAt)));
      return filled;
    }
    return node;
  }

  static String fill(String text, Instant gatheredAt) {
    if (text.indexOf(OPEN) < 0) {
      return text;
    }
    return MARKED
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    time(match.group(1), match.group(2), match.group(3), gatheredAt)));
  }

  private static String time(String form, String sign, String span, Instant gatheredAt) {
    Duration ago = duration(span);
    Instant time = sign.isEmpty() ? gatheredAt.minus(ago) : gatheredAt.plus(ago);
    return switch (form) {
      case "klog" -> KLOG.format(time);
      case "epoch" -> Long.toString(time.getEpochSecond());
      default -> time.toString();
    };
  }

  private static Duration duration(String span) {
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(span);
    while (part.find()) {
      long count = Long.parseLong(part.group(1));
      sum =
          sum.plus(
              switch (part.group(2)) {
                case "d" -> Duration.ofDays(count);
                case "h" -> Duration.ofHours(count);
                case "m" -> Duration.ofMinutes(count);
                default -> Duration.ofSeconds(count);
              });
    }
    return sum;
  }
}
