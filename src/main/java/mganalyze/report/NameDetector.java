package mganalyze.report;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds names that are known: of nodes, namespaces, virtual machines, the cluster's id. A name is
 * found as a word of its own, and between hyphens too where it is long enough to be no accident.
 */
final class NameDetector implements Detector {
  private static final int LONG = 5;
  private static final int LONGEST = 253;

  private final String kind;
  private final NameContext context;
  private final Set<String> names = new HashSet<>();
  private final Set<String> commonWords = new HashSet<>();

  NameDetector(String kind, NameContext context) {
    this.kind = kind;
    this.context = context;
  }

  void learn(String name) {
    if (!name.isEmpty()) {
      names.add(name);
    }
  }

  /** A name that is also a common word: found only where the text says that it is a name. */
  void learnCommonWord(String name) {
    commonWords.add(name);
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Optional<Hit> next(String text, int from) {
    if (names.isEmpty() && commonWords.isEmpty()) {
      return Optional.empty();
    }
    for (int start = from; start < text.length(); start++) {
      if (isWord(text, start) && !isWord(text, start - 1)) {
        int end = longest(text, start);
        if (end > start) {
          return Optional.of(new Hit(start, end));
        }
      }
    }
    return Optional.empty();
  }

  /** Where the longest name ends that starts there; -1 if none does. */
  private int longest(String text, int start) {
    int end = start;
    while (end - start < LONGEST && (isWord(text, end) || isJoint(text, end))) {
      end++;
    }
    for (; end > start; end--) {
      boolean mayEnd = isWord(text, end - 1) && !isWord(text, end);
      if (mayEnd && isName(text, start, end)) {
        return end;
      }
    }
    return -1;
  }

  private boolean isName(String text, int start, int end) {
    String word = text.substring(start, end);
    boolean isKnown = names.contains(word);
    return isKnown && isWhole(text, start, end)
        || (isKnown || commonWords.contains(word)) && context.holds(text, start, end);
  }

  private static boolean isWhole(String text, int start, int end) {
    boolean isPart = isHyphen(text, start - 1) || isHyphen(text, end);
    return end - start >= LONG || !isPart;
  }

  private static boolean isHyphen(String text, int at) {
    return at >= 0 && at < text.length() && "-_".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isJoint(String text, int at) {
    return at < text.length() && "-._".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isWord(String text, int at) {
    return at >= 0
        && at < text.length()
        && Character.isLetterOrDigit(text.charAt(at))
        && !Detector.isEscape(text, at);
  }
}
