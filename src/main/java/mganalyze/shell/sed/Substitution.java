package mganalyze.shell.sed;

import com.google.re2j.Matcher;
import mganalyze.shell.LimitExceededException;
import mganalyze.shell.regex.Regex;

/**
 * {@code s/regex/replacement/flags}.
 *
 * @param regex null for the expression that was used last
 * @param first the number of the first match to replace
 */
record Substitution(
    Regex regex, Replacement replacement, int first, boolean isGlobal, boolean prints) {
  /** The changed text, or null if nothing matched. */
  String apply(String text, SedRun run) {
    Regex used = run.regex(regex);
    if (!used.mayMatch(text)) {
      return null;
    }
    Matcher matcher = used.matcher(text);
    StringBuilder result = new StringBuilder();
    int copied = 0;
    int at = 0;
    int seen = 0;
    int lastEnd = -1;
    boolean replaced = false;
    while (at <= text.length() && matcher.find(at)) {
      run.step();
      boolean isEmpty = matcher.end() == matcher.start();
      if (!isEmpty || matcher.start() != lastEnd) {
        seen++;
        if (seen >= first) {
          result.append(text, copied, matcher.start());
          replacement.append(matcher, result);
          copied = matcher.end();
          replaced = true;
          if (!isGlobal) {
            break;
          }
        }
        lastEnd = matcher.end();
      }
      at = isEmpty ? matcher.end() + 1 : matcher.end();
      if (result.length() > run.textLimit()) {
        throw new LimitExceededException("stopped: sed text too long");
      }
    }
    return replaced ? result.append(text, copied, text.length()).toString() : null;
  }
}
