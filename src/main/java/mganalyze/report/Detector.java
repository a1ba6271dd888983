package mganalyze.report;

import java.util.Optional;

/** Finds one kind of identifying word in text. */
interface Detector {

  /** A place in a text, from {@code start} up to {@code end}. */
  record Hit(int start, int end) {}

  /** The word that tokens of this kind carry, for example {@code ipv4}. */
  String kind();

  /** The first place at or after {@code from}, or empty. */
  Optional<Hit> next(String text, int from);
}
