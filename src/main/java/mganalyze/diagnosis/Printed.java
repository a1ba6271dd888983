package mganalyze.diagnosis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The words that the steps so far printed, by which later steps find their objects. */
final class Printed {
  private static final int MOST_LINES = 20_000;

  /** By word, the lines that have it. */
  private final Map<String, Set<Integer>> lines = new HashMap<>();

  private int count;

  /** Takes the output of a step. */
  void see(String output) {
    for (String line : output.split("\n")) {
      if (count++ < MOST_LINES) {
        words(line).forEach(word -> lines.computeIfAbsent(word, k -> new HashSet<>()).add(count));
      }
    }
  }

  /** Names in a line: {@code prod/vm-1} has two; a full stop at the end of a sentence is none. */
  private static Set<String> words(String line) {
    Set<String> words = new HashSet<>();
    int from = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || !isNamePart(line.charAt(i))) {
        int to = i;
        while (to > from && (line.charAt(to - 1) == '.' || line.charAt(to - 1) == '-')) {
          to--;
        }
        if (to > from) {
          words.add(line.substring(from, to));
        }
        from = i + 1;
      }
    }
    return words;
  }

  private static boolean isNamePart(char c) {
    return c == '-' || c == '.' || Character.isLetterOrDigit(c);
  }

  boolean has(String name) {
    return lines.containsKey(name);
  }

  /** Whether one line has both. */
  boolean hasTogether(String name, String other) {
    Set<Integer> with = lines.getOrDefault(other, Set.of());
    return lines.getOrDefault(name, Set.of()).stream().anyMatch(with::contains);
  }
}
