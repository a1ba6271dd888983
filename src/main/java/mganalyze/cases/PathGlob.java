package mganalyze.cases;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** {@code *} stands for any text within a name, {@code **} for any text. */
final class PathGlob {
  private PathGlob() {}

  static Predicate<String> of(String glob) {
    if (!glob.contains("*")) {
      return glob::equals;
    }
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      if (glob.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (glob.charAt(i) == '*') {
        regex.append("[^/]*");
      } else {
        regex.append(Pattern.quote(glob.substring(i, i + 1)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL).asMatchPredicate();
  }
}
