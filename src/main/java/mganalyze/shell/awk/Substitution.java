package mganalyze.shell.awk;

import com.google.re2j.Matcher;
import mganalyze.shell.LimitExceededException;
import mganalyze.shell.regex.Regex;

/** Replaces matches: {@code sub}, {@code gsub} and, with groups, {@code gensub}. */
final class Substitution {
  private final Regex regex;
  private final String with;
  private final boolean hasGroups;
  private int count;

  Substitution(Regex regex, String with, boolean hasGroups) {
    this.regex = regex;
    this.with = with;
    this.hasGroups = hasGroups;
  }

  /** How many matches were replaced. */
  int count() {
    return count;
  }

  /**
   * The text with its matches replaced.
   *
   * @param which the number of the match to replace; 0 for all
   */
  String apply(String text, int which, AwkRun run) {
    Matcher matcher = regex.matcher(text);
    StringBuilder result = new StringBuilder();
    int copied = 0;
    int at = 0;
    int seen = 0;
    int lastEnd = -1;
    while (at <= text.length() && matcher.find(at)) {
      run.step();
      boolean isEmpty = matcher.end() == matcher.start();
      if (!isEmpty || matcher.start() != lastEnd) {
        seen++;
        if (which == 0 || seen == which) {
          result.append(text, copied, matcher.start());
          appendReplacement(matcher, result);
          copied = matcher.end();
          count++;
        }
        lastEnd = matcher.end();
      }
      if (which != 0 && seen == which) {
        break;
      }
      at = isEmpty ? matcher.end() + 1 : matcher.end();
      if (result.length() > run.textLimit()) {
        throw new LimitExceededException("stopped: awk text too long");
      }
    }
    return result.append(text, copied, text.length()).toString();
  }

  private void appendReplacement(Matcher matcher, StringBuilder result) {
    for (int i = 0; i < with.length(); i++) {
      char c = with.charAt(i);
      char next = i + 1 < with.length() ? with.charAt(i + 1) : 0;
      if (c == '&') {
        result.append(matcher.group());
      } else if (c == '\\' && (next == '&' || next == '\\')) {
        result.append(next);
        i++;
      } else if (c == '\\' && hasGroups && next >= '0' && next <= '9') {
        String group = next - '0' <= matcher.groupCount() ? matcher.group(next - '0') : null;
        result.append(group == null ? "" : group);
        i++;
      } else {
        result.append(c);
      }
    }
  }
}
