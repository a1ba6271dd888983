package mganalyze.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The token of each word that was taken out, in must-gather-clean's grammar. */
final class RedactionTokens {
  private final Map<String, String> tokens = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** The text with all that the detector finds replaced. */
  String replaced(String text, Detector detector) {
    Optional<Detector.Hit> hit = detector.next(text, 0);
    if (hit.isEmpty()) {
      return text;
    }
    StringBuilder replaced = new StringBuilder(text.length());
    int done = 0;
    while (hit.isPresent()) {
      int start = hit.get().start();
      int end = hit.get().end();
      replaced.append(text, done, start).append(token(detector.kind(), text.substring(start, end)));
      done = end;
      hit = detector.next(text, end);
    }
    return replaced.append(text, done, text.length()).toString();
  }

  /** For example {@code x-ipv4-0000000001-x}; the same word always has the same. */
  String token(String kind, String word) {
    String known = tokens.get(word);
    if (known == null) {
      int number = counts.merge(kind, 1, Integer::sum);
      String digits = String.valueOf(10_000_000_000L + number).substring(1);
      known = "x-" + kind + "-" + digits + "-x";
      tokens.put(word, known);
    }
    return known;
  }

  /** Each token and what it stands for, in the order of their making. */
  Map<String, String> originals() {
    Map<String, String> originals = new LinkedHashMap<>();
    tokens.forEach((word, token) -> originals.put(token, word));
    return originals;
  }
}
