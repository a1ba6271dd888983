package mganalyze.runbook;

import java.util.Collection;
import java.util.TreeSet;

/** Guesses which word was meant. */
final class Spelling {
  private static final int FAR = 3;

  private Spelling() {}

  /** {@code (did you mean 'label'?)}, or nothing if no word is near. */
  static String suggestion(String word, Collection<String> known) {
    String best = "";
    int least = FAR;
    for (String candidate : new TreeSet<>(known)) {
      int distance = distance(word, candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best.isEmpty() ? "" : " (did you mean '" + best + "'?)";
  }

  /** Levenshtein's distance. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int substitute = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitute, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}
