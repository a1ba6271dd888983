package mganalyze.oc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mganalyze.oc.command.Console;
import mganalyze.shell.JsonOutput;
import mganalyze.shell.JsonText;

/** What a command printed on which stream, in order, and what it read; up to a size. */
final class Recording {
  private static final int MOST_BYTES = 24 << 20;

  private final List<Piece> pieces = new ArrayList<>();
  private final Set<String> sources = new LinkedHashSet<>();
  private final Set<String> noData = new LinkedHashSet<>();
  private int bytes;
  private int status;

  /** Printed at once or one after the other, on one stream. */
  private sealed interface Piece {
    void print(Console console) throws IOException;
  }

  private record Text(boolean isError, ByteArrayOutputStream text) implements Piece {
    @Override
    public void print(Console console) throws IOException {
      text.writeTo(isError ? console.err() : console.out());
    }
  }

  private record Json(JsonText json) implements Piece {
    @Override
    public void print(Console console) throws IOException {
      console.print(json);
    }
  }

  /** A console that prints on another one what it records here. */
  Console over(Console console) {
    return new Console(
        console.program(),
        new OutputTee(console),
        new Tee(console.err(), true),
        console.now(),
        source -> {
          sources.add(source);
          console.sources().accept(source);
        },
        what -> {
          noData.add(what);
          console.noData().accept(what);
        });
  }

  void end(int exitStatus) {
    status = exitStatus;
  }

  /** Whether all of it was recorded. */
  boolean isWhole() {
    return bytes <= MOST_BYTES;
  }

  /** Of text; JSON is kept as the tree that it was made of. */
  int bytes() {
    return bytes;
  }

  /** Does what the command did; the exit status. */
  int replay(Console console) throws IOException {
    sources.forEach(console.sources());
    noData.forEach(console.noData());
    for (Piece piece : pieces) {
      piece.print(console);
    }
    return status;
  }

  private class Tee extends OutputStream {
    private final OutputStream out;
    private final boolean isError;

    Tee(OutputStream out, boolean isError) {
      this.out = out;
      this.isError = isError;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] text, int offset, int length) throws IOException {
      out.write(text, offset, length);
      bytes += length;
      if (isWhole()) {
        current().write(text, offset, length);
      } else {
        pieces.clear();
      }
    }

    private ByteArrayOutputStream current() {
      boolean goesOn =
          !pieces.isEmpty()
              && pieces.get(pieces.size() - 1) instanceof Text text
              && text.isError() == isError;
      if (!goesOn) {
        pieces.add(new Text(isError, new ByteArrayOutputStream()));
      }
      return ((Text) pieces.get(pieces.size() - 1)).text();
    }
  }

  private final class OutputTee extends Tee implements JsonOutput {
    private final Console console;

    OutputTee(Console console) {
      super(console.out(), false);
      this.console = console;
    }

    @Override
    public void print(JsonText json) throws IOException {
      console.print(json);
      pieces.add(new Json(json));
    }
  }
}
