package mganalyze.shell.filter;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mganalyze.shell.Budget;
import mganalyze.shell.Bytes;
import mganalyze.shell.Utf8;
import mganalyze.shell.regex.Regex;

/**
 * What {@code grep} looks for: expressions, any of which may match. Lines that cannot match are
 * passed over by a search for the texts that a match must contain.
 */
final class LinePattern {
  /** A match within a line, in characters. */
  record Span(int start, int end) {}

  private static final int MAX_LITERALS = 24;
  private final List<Matcher> matchers = new ArrayList<>();
  private final List<Integer> groups = new ArrayList<>();
  private final List<LiteralSearch> searches = new ArrayList<>();
  private final int[] found;
  private final Bytes input;
  private final Budget budget;
  private final boolean wantsWord;
  private final boolean wantsLine;
  private final boolean literalsDecide;

  LinePattern(GrepSettings settings, Bytes input, Budget budget) {
    this.budget = budget;
    this.input = input;
    this.wantsWord = settings.wantsWord();
    this.wantsLine = settings.wantsLine();
    boolean isLiteral = settings.isLiteral() && !wantsWord && !wantsLine;
    boolean canSearch = true;
    for (Regex regex : settings.expressions()) {
      matchers.add(regex.matcher(""));
      groups.add(regex.matchGroup());
      canSearch &= !regex.literals().isEmpty();
      for (String literal : regex.literals()) {
        boolean isAscii = literal.chars().allMatch(c -> c < 0x80);
        canSearch &= !literal.isEmpty() && literal.indexOf('\n') < 0;
        canSearch &= isAscii || !settings.ignoresCase();
        searches.add(new LiteralSearch(literal, settings.ignoresCase()));
      }
    }
    if (!canSearch || searches.size() > MAX_LITERALS) {
      searches.clear();
    }
    literalsDecide = isLiteral && !searches.isEmpty();
    found = new int[searches.size()];
    Arrays.fill(found, input.start() - 1);
  }

  /**
   * A position in the first line from {@code from} on that may match, or -1 if none does any more.
   */
  int candidate(int from) {
    if (searches.isEmpty()) {
      return from;
    }
    int first = -1;
    for (int i = 0; i < found.length; i++) {
      if (found[i] >= 0 && found[i] < from || found[i] == input.start() - 1) {
        found[i] = searches.get(i).find(input, from);
        found[i] = found[i] < 0 ? Integer.MAX_VALUE : found[i];
      }
      if (found[i] != Integer.MAX_VALUE && (first < 0 || found[i] < first)) {
        first = found[i];
      }
    }
    return first;
  }

  /** Whether a line with a candidate in it matches. */
  boolean matches(int start, int end) {
    if (literalsDecide) {
      return true;
    }
    String line = Utf8.decode(input.array(), start, end);
    for (Matcher matcher : matchers) {
      matcher.reset(line);
      if (wantsWord || wantsLine ? find(matcher, line, 0) != null : matcher.find()) {
        return true;
      }
    }
    return false;
  }

  /** The leftmost, and of these the longest, match from {@code from} on; or null. */
  Span next(String line, int from) {
    Span best = null;
    for (int i = 0; i < matchers.size(); i++) {
      Matcher matcher = matchers.get(i);
      matcher.reset(line);
      Span span = find(matcher, line, from);
      if (span != null && groups.get(i) > 0) {
        span = new Span(matcher.start(groups.get(i)), matcher.end(groups.get(i)));
      }
      boolean isBetter =
          span != null
              && (best == null
                  || span.start() < best.start()
                  || span.start() == best.start() && span.end() > best.end());
      best = isBetter ? span : best;
    }
    return best;
  }

  private Span find(Matcher matcher, String line, int from) {
    int at = from;
    while (at <= line.length() && matcher.find(at)) {
      Span span = new Span(matcher.start(), matcher.end());
      if (wantsLine) {
        return span.start() == 0 && span.end() == line.length() ? span : null;
      }
      if (!wantsWord || isWord(line, span)) {
        return span;
      }
      Span shorter = shorter(matcher, line, span);
      if (shorter != null) {
        return shorter;
      }
      matcher.reset(line);
      at = span.start() + 1;
    }
    return null;
  }

  /** As grep does: before it looks further right, it tries shorter matches at the same place. */
  private Span shorter(Matcher matcher, String line, Span span) {
    int end = span.end();
    while (end > span.start()) {
      // Each try reads the line anew, and there may be as many as it has characters.
      budget.check();
      matcher.reset(line.substring(0, end - 1));
      if (!matcher.find(span.start()) || matcher.start() != span.start()) {
        return null;
      }
      Span shorter = new Span(matcher.start(), matcher.end());
      if (shorter.end() == shorter.start()) {
        return null; // nothing at all is no shorter word
      }
      if (isWord(line, shorter)) {
        return shorter;
      }
      end = shorter.end();
    }
    return null;
  }

  private static boolean isWord(String line, Span span) {
    return (span.start() == 0 || !isWordPart(line.codePointBefore(span.start())))
        && (span.end() == line.length() || !isWordPart(line.codePointAt(span.end())));
  }

  private static boolean isWordPart(int c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }
}
