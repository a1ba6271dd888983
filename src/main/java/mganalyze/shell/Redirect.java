package mganalyze.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A redirection that needs no file.
 *
 * @param descriptor 0, 1, 2; or 3 for both outputs
 * @param other the descriptor that {@code DUPLICATE} copies
 * @param late the text of a here-document or here-string
 */
record Redirect(Kind kind, int descriptor, int other, LateWord late) {
  Redirect(Kind kind, int descriptor, int other, Word text) {
    this(kind, descriptor, other, LateWord.of(text));
  }

  Word text() {
    return late.word();
  }

  static final int BOTH = 3;

  enum Kind {
    TO_NOTHING,
    FROM_NOTHING,
    DUPLICATE,
    HERE_DOCUMENT,
    HERE_STRING
  }

  static Streams apply(List<Redirect> redirects, Interpreter shell, Streams streams)
      throws IOException {
    Streams result = streams;
    for (Redirect redirect : redirects) {
      result = redirect.apply(shell, result);
    }
    return result;
  }

  private Streams apply(Interpreter shell, Streams streams) throws IOException {
    return switch (kind) {
      case TO_NOTHING -> {
        OutputStream nothing = OutputStream.nullOutputStream();
        Streams quiet = descriptor == 2 ? streams : streams.withOutput(nothing);
        yield descriptor == 1 ? quiet : quiet.withErrors(nothing);
      }
      case FROM_NOTHING -> streams.withInput(Input.empty());
      case DUPLICATE -> {
        OutputStream target = other == 1 ? streams.out() : streams.err();
        yield descriptor == 1 ? streams.withOutput(target) : streams.withErrors(target);
      }
      case HERE_DOCUMENT -> streams.withInput(new Input(Bytes.of(text().single(shell, streams))));
      case HERE_STRING ->
          streams.withInput(new Input(Bytes.of(text().single(shell, streams) + "\n")));
    };
  }
}
