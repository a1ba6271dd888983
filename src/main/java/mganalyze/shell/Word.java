package mganalyze.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A word of a command line.
 *
 * @param raw as written, for messages
 */
record Word(List<WordPart> parts, String raw) {
  static final Word EMPTY = new Word(List.of(), "");

  Word {
    parts = List.copyOf(parts);
  }

  static Word literal(String text) {
    return new Word(List.of(new WordPart.Text(text, WordPart.Text.Quoting.SINGLE)), text);
  }

  List<Piece> pieces(Interpreter shell, Streams streams) throws IOException {
    List<Piece> pieces = new ArrayList<>();
    for (WordPart part : parts) {
      part.expand(shell, streams, false, pieces);
    }
    return pieces;
  }

  /** The arguments that this word becomes: none, one, or several. */
  void fields(Interpreter shell, Streams streams, List<String> into) throws IOException {
    Fields fields = new Fields(shell.state().separators(), into);
    for (Piece piece : pieces(shell, streams)) {
      fields.add(piece);
    }
    fields.close();
  }

  /** The word where it is not split: in assignments, redirections, here-strings. */
  String single(Interpreter shell, Streams streams) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces(shell, streams)) {
      text.append(piece.text());
      shell.checkLength(text.length());
    }
    return text.toString();
  }

  /** The word as a pattern: what was quoted stands for itself. */
  Glob pattern(Interpreter shell, Streams streams) throws IOException {
    return new Glob(pieces(shell, streams));
  }

  /** The text of a word that is the same whatever the variables are. */
  Optional<String> literalText() {
    StringBuilder text = new StringBuilder();
    return appendLiteral(parts, text) ? Optional.of(text.toString()) : Optional.empty();
  }

  private static boolean appendLiteral(List<WordPart> parts, StringBuilder into) {
    for (WordPart part : parts) {
      if (part instanceof WordPart.Text text) {
        into.append(text.text());
        continue;
      }
      boolean isLiteral =
          part instanceof WordPart.Unsplit unsplit && appendLiteral(unsplit.value().parts(), into)
              || part instanceof WordPart.Quoted quoted && appendLiteral(quoted.parts(), into);
      if (!isLiteral) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing of it is quoted or expanded, as a reserved word must be. */
  boolean isBare() {
    return parts.stream()
        .allMatch(
            part ->
                part instanceof WordPart.Text text && text.quoting() == WordPart.Text.Quoting.BARE);
  }
}
