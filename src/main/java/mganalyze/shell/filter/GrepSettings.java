package mganalyze.shell.filter;

import java.util.List;
import mganalyze.shell.regex.Regex;

/**
 * What the arguments of {@code grep} say.
 *
 * @param isLiteral whether the expressions are plain texts
 * @param maxCount lines to select; -1 for all
 */
record GrepSettings(
    List<Regex> expressions,
    boolean isLiteral,
    boolean ignoresCase,
    boolean wantsWord,
    boolean wantsLine,
    boolean isInverted,
    Output output,
    boolean showsNumber,
    boolean showsName,
    boolean isQuiet,
    int before,
    int after,
    long maxCount) {
  /** What is printed. */
  enum Output {
    LINES,
    ONLY_MATCHES,
    COUNT,
    NAME_IF_FOUND,
    NAME_IF_NOT_FOUND
  }
}
