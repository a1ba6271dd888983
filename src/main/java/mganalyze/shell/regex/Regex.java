package mganalyze.shell.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import mganalyze.shell.LimitExceededException;
import mganalyze.shell.UnsupportedCommandException;

/** A compiled expression. Immutable; matchers are not. */
public final class Regex {
  private static final int MAX_LENGTH = 32 << 10;
  private static final int MAX_INSTRUCTIONS = 50_000;
  private final Pattern pattern;
  private final List<String> literals;
  private final int matchGroup;

  private Regex(Pattern pattern, List<String> literals, int matchGroup) {
    this.matchGroup = matchGroup;
    this.pattern = pattern;
    this.literals = List.copyOf(literals);
  }

  /**
   * @throws PatternException if the text is no expression of the dialect
   * @throws UnsupportedCommandException if RE2 cannot do what it asks for
   */
  public static Regex compile(String text, Syntax syntax, boolean ignoresCase) {
    if (text.length() > MAX_LENGTH) {
      throw new LimitExceededException(
          "stopped: regular expression of " + text.length() + " characters");
    }
    int flags = Pattern.DOTALL | (ignoresCase ? Pattern.CASE_INSENSITIVE : 0);
    if (syntax == Syntax.PERL) {
      if (RepeatSize.of(text) > MAX_INSTRUCTIONS) {
        throw new LimitExceededException("stopped: regular expression too large");
      }
      return perl(text, flags & ~Pattern.DOTALL);
    }
    Node node = new PosixParser(text, syntax).parse();
    if (node.size() > MAX_INSTRUCTIONS) {
      throw new LimitExceededException("stopped: regular expression too large");
    }
    StringBuilder re2 = new StringBuilder();
    node.write(re2);
    return new Regex(
        compile(re2.toString(), text, flags | Pattern.LONGEST_MATCH),
        node.literals().orElse(List.of()),
        0);
  }

  /** In {@code a\Kb} only what is behind {@code \K} counts as the match. */
  private static Regex perl(String text, int flags) {
    int keep = text.indexOf("\\K");
    boolean isOnlyOne = keep >= 0 && text.indexOf("\\K", keep + 1) < 0;
    boolean isPlain = isOnlyOne && text.indexOf('(') < 0 && text.indexOf('|') < 0;
    if (!isPlain || keep > 0 && text.charAt(keep - 1) == '\\') {
      return new Regex(compile(text, text, flags), List.of(), 0);
    }
    String grouped = text.substring(0, keep) + "(" + text.substring(keep + 2) + ")";
    return new Regex(compile(grouped, text, flags), List.of(), 1);
  }

  private static Pattern compile(String re2, String text, int flags) {
    try {
      return Pattern.compile(re2, flags);
    } catch (PatternSyntaxException e) {
      throw new UnsupportedCommandException(
          "regular expression " + text + " (" + e.getDescription() + ")");
    }
  }

  /** Whether a text has what each match contains; false means that there is no match. */
  public boolean mayMatch(String text) {
    if (literals.isEmpty() || (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0) {
      return true;
    }
    for (String literal : literals) {
      if (text.contains(literal)) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is a match in a text. */
  public boolean isIn(String text) {
    return mayMatch(text) && pattern.matcher(text).find();
  }

  /** A matcher; matches are the leftmost, and of these the longest. */
  public Matcher matcher(CharSequence text) {
    return pattern.matcher(text);
  }

  /** The group that counts as the match; 0 for all of it. */
  public int matchGroup() {
    return matchGroup;
  }

  public int groupCount() {
    return pattern.groupCount();
  }

  /** Texts of which each match contains one, up to case if that is ignored; empty if unknown. */
  public List<String> literals() {
    return literals;
  }
}
