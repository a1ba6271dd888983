package mganalyze.report;

import java.util.Optional;

/** Finds one kind of identifying word in text. */
interface Detector {

  /** A place in a text, from {@code start} up to {@code end}. */
  record Hit(int start, int end) {}

  /** The word that tokens of this kind carry, for example {@code ipv4}. */
  String kind();

  /**
   * Whether the letter there belongs to an escape such as {@code \\n}, as texts in JSON in texts
   * have them: a name may begin right behind it.
   */
  static boolean isEscape(String text, int at) {
    return at > 0 && text.charAt(at - 1) == '\\' && "nrt".indexOf(text.charAt(at)) >= 0;
  }

  /** The first place at or after {@code from}, or empty. */
  Optional<Hit> next(String text, int from);
}
