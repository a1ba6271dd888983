package mganalyze.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A text and the places in it that must not be shown. Line feeds in such places are kept. */
final class MaskedText {
  private static final String MASK = "[masked]";

  private record Place(int start, int end) {}

  private final String text;
  private final List<Place> places = new ArrayList<>();

  MaskedText(String text) {
    this.text = text;
  }

  void mask(int start, int end) {
    if (start < end) {
      places.add(new Place(start, end));
    }
  }

  /** The text with a short word for each place; the text itself where there are none. */
  String shown() {
    if (places.isEmpty()) {
      return text;
    }
    places.sort(Comparator.comparingInt(Place::start));
    StringBuilder shown = new StringBuilder(text.length());
    int done = 0;
    for (Place place : places) {
      if (place.end() <= done) {
        continue;
      }
      if (place.start() >= done) {
        shown.append(text, done, place.start()).append(MASK);
      }
      for (int at = Math.max(done, place.start()); at < place.end(); at++) {
        if (text.charAt(at) == '\n') {
          shown.append('\n');
        }
      }
      done = place.end();
    }
    return shown.append(text, done, text.length()).toString();
  }
}
