package mganalyze.shell.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mganalyze.shell.LimitExceededException;
import mganalyze.shell.regex.RepeatSize;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.path.Path;

/**
 * Matches jq's regular expressions with RE2 where it can, in linear time. What RE2 does not know
 * goes to the library's own engine, which backtracks and which only the time limit stops.
 */
final class RegexFunctions implements Function {
  private static final int MAX_LENGTH = 32 << 10;
  private static final int MAX_INSTRUCTIONS = 50_000;
  private final Function backtracking;

  private RegexFunctions(Function backtracking) {
    this.backtracking = backtracking;
  }

  /** Replaces {@code _match_impl}, on which {@code test}, {@code match} and the others stand. */
  static Function over(Function backtracking) {
    return new RegexFunctions(backtracking);
  }

  @Override
  public void apply(
      Scope scope,
      List<Expression> arguments,
      JsonNode in,
      Path path,
      PathOutput output,
      Version version)
      throws JsonQueryException {
    arguments
        .get(2)
        .apply(
            scope,
            in,
            isTest ->
                arguments
                    .get(1)
                    .apply(
                        scope,
                        in,
                        flags ->
                            arguments
                                .get(0)
                                .apply(
                                    scope,
                                    in,
                                    expression -> {
                                      Pattern pattern = pattern(in, expression, flags);
                                      if (pattern == null) {
                                        backtracking.apply(
                                            scope, arguments, in, path, output, version);
                                        return;
                                      }
                                      String text = in.textValue();
                                      boolean isGlobal =
                                          flags.isTextual() && flags.textValue().indexOf('g') >= 0;
                                      boolean wantsText =
                                          flags.isTextual() && flags.textValue().indexOf('n') >= 0;
                                      output.emit(
                                          isTest.asBoolean()
                                              ? BooleanNode.valueOf(pattern.matcher(text).find())
                                              : matches(pattern, text, isGlobal, wantsText),
                                          null);
                                    })));
  }

  /** The expression for RE2, or null if it has to be the other engine. */
  private static Pattern pattern(JsonNode in, JsonNode expression, JsonNode flags) {
    boolean isKnown =
        in.isTextual() && expression.isTextual() && (flags.isNull() || flags.isTextual());
    String letters = flags.isTextual() ? flags.textValue() : "";
    if (!isKnown || !letters.matches("[gins]*") || expression.textValue().length() > MAX_LENGTH) {
      return null;
    }
    String text = expression.textValue();
    if (RepeatSize.of(text) > MAX_INSTRUCTIONS) {
      throw new LimitExceededException("stopped: regular expression too large");
    }
    // There, a dollar sign also matches before a newline at the very end.
    boolean differsAtEnd = text.indexOf('$') >= 0 && in.textValue().endsWith("\n");
    boolean differsInEscapes = text.matches("(?s).*\\\\[hHRXZGKkpP].*");
    if (differsAtEnd || differsInEscapes) {
      return null;
    }
    int options = letters.indexOf('i') >= 0 ? Pattern.CASE_INSENSITIVE : 0;
    options |= letters.indexOf('s') >= 0 ? Pattern.DOTALL : 0;
    try {
      return Pattern.compile(text, options);
    } catch (PatternSyntaxException e) {
      return null;
    }
  }

  private static ArrayNode matches(
      Pattern pattern, String text, boolean isGlobal, boolean wantsText) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    Map<Integer, String> names = new HashMap<>();
    pattern.namedGroups().forEach((name, group) -> names.put(group, name));
    Matcher matcher = pattern.matcher(text);
    int at = 0;
    while (at <= text.length() && matcher.find(at)) {
      boolean isEmpty = matcher.end() == matcher.start();
      if (!isEmpty || !wantsText) {
        all.add(match(matcher, text, names));
      }
      if (!isGlobal) {
        break;
      }
      at = isEmpty ? matcher.end() + 1 : matcher.end();
    }
    return all;
  }

  private static ObjectNode match(Matcher matcher, String text, Map<Integer, String> names) {
    ObjectNode match = group(matcher, 0, text);
    ArrayNode captures = match.putArray("captures");
    for (int i = 1; i <= matcher.groupCount(); i++) {
      captures.add(group(matcher, i, text).put("name", names.get(i)));
    }
    return match;
  }

  private static ObjectNode group(Matcher matcher, int number, String text) {
    ObjectNode group = JsonNodeFactory.instance.objectNode();
    int start = matcher.start(number);
    if (start < 0) {
      return group.put("offset", -1).putNull("string").put("length", 0);
    }
    int end = matcher.end(number);
    return group
        .put("offset", text.codePointCount(0, start))
        .put("length", text.codePointCount(start, end))
        .put("string", text.substring(start, end));
  }
}
