package mganalyze.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a word is made of. */
sealed interface WordPart
    permits WordPart.Text,
        WordPart.Quoted,
        WordPart.Unsplit,
        WordPart.Substitution,
        WordPart.ArithmeticExpansion,
        ParameterExpansion {
  /** Adds what this part expands to; {@code quoted} inside double quotes. */
  void expand(Interpreter shell, Streams streams, boolean quoted, List<Piece> pieces)
      throws IOException;

  private static void add(String text, boolean quoted, List<Piece> pieces) {
    pieces.add(new Piece(text, quoted ? Piece.Origin.QUOTED : Piece.Origin.EXPANDED));
  }

  /** Literal text. */
  record Text(String text, Quoting quoting) implements WordPart {
    enum Quoting {
      BARE,
      ESCAPED,
      SINGLE
    }

    @Override
    public void expand(Interpreter shell, Streams streams, boolean quoted, List<Piece> pieces) {
      boolean isBare = quoting == Quoting.BARE && !quoted;
      String joined =
          quoting == Quoting.SINGLE && shell.joinsQuotedLines() ? text.replace("\\\n", "") : text;
      pieces.add(new Piece(joined, isBare ? Piece.Origin.BARE : Piece.Origin.QUOTED));
    }
  }

  /** What stands in double quotes. */
  record Quoted(List<WordPart> parts) implements WordPart {
    public Quoted {
      parts = List.copyOf(parts);
    }

    @Override
    public void expand(Interpreter shell, Streams streams, boolean quoted, List<Piece> pieces)
        throws IOException {
      if (parts.isEmpty()) {
        pieces.add(new Piece("", Piece.Origin.QUOTED));
      }
      if (parts.size() == 1
          && parts.get(0) instanceof ParameterExpansion p
          && p.isAllParameters()) {
        return; // "$@" of no parameters is no field at all
      }
      for (WordPart part : parts) {
        part.expand(shell, streams, true, pieces);
      }
    }
  }

  /** The value in {@code export X=$Y}: one word, whatever is in it. */
  record Unsplit(Word value) implements WordPart {
    @Override
    public void expand(Interpreter shell, Streams streams, boolean quoted, List<Piece> pieces)
        throws IOException {
      pieces.add(new Piece(value.single(shell, streams), Piece.Origin.QUOTED));
    }
  }

  /** {@code $(…)} or backticks. */
  record Substitution(CommandList body) implements WordPart {
    @Override
    public void expand(Interpreter shell, Streams streams, boolean quoted, List<Piece> pieces)
        throws IOException {
      add(shell.substitute(body, streams), quoted, pieces);
    }
  }

  /** {@code $((…))}. */
  record ArithmeticExpansion(Word expression) implements WordPart {
    @Override
    public void expand(Interpreter shell, Streams streams, boolean quoted, List<Piece> pieces)
        throws IOException {
      long value = Arithmetic.evaluate(expression.single(shell, streams), shell.state());
      add(Long.toString(value), quoted, pieces);
    }
  }

  /** The commands that run when this part is expanded. */
  static List<CommandList> substitutions(List<WordPart> parts) {
    List<CommandList> found = new ArrayList<>();
    for (WordPart part : parts) {
      if (part instanceof Substitution substitution) {
        found.add(substitution.body());
      } else if (part instanceof Quoted quoted) {
        found.addAll(substitutions(quoted.parts()));
      } else if (part instanceof Unsplit unsplit) {
        found.addAll(substitutions(unsplit.value().parts()));
      } else if (part instanceof ParameterExpansion parameter) {
        found.addAll(substitutions(parameter.operand().parts()));
        found.addAll(substitutions(parameter.replacement().parts()));
      } else if (part instanceof ArithmeticExpansion arithmetic) {
        found.addAll(substitutions(arithmetic.expression().parts()));
      }
    }
    return found;
  }
}
