package mganalyze.shell;

import java.util.List;

/** Cuts the pieces of a word into arguments, at the characters of IFS in unquoted expansions. */
final class Fields {
  private final String separators;
  private final List<String> done;
  private final StringBuilder current = new StringBuilder();
  private boolean isOpen;
  private boolean closedByBlank;

  Fields(String separators, List<String> done) {
    this.separators = separators;
    this.done = done;
  }

  void add(Piece piece) {
    if (piece.origin() == Piece.Origin.EXPANDED) {
      split(piece.text());
    } else {
      current.append(piece.text());
      isOpen |= piece.origin() == Piece.Origin.QUOTED || !piece.text().isEmpty();
      closedByBlank &= !isOpen;
    }
  }

  private void split(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (separators.indexOf(c) < 0) {
        current.append(c);
        isOpen = true;
        closedByBlank = false;
      } else if (c == ' ' || c == '\t' || c == '\n') {
        closedByBlank |= isOpen;
        close();
      } else if (isOpen) {
        close();
      } else if (closedByBlank) {
        closedByBlank = false; // the blank before it was part of this separator
      } else {
        done.add("");
      }
    }
  }

  void close() {
    if (isOpen) {
      done.add(current.toString());
      current.setLength(0);
      isOpen = false;
    }
  }
}
