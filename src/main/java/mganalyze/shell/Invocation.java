package mganalyze.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One call of a program: its words, its streams, and where it reports what it read. */
public final class Invocation {
  private final Interpreter interpreter;
  private final String name;
  private final List<String> arguments;
  private final Streams streams;

  Invocation(Interpreter interpreter, String name, List<String> arguments, Streams streams) {
    this.interpreter = interpreter;
    this.name = name;
    this.arguments = List.copyOf(arguments);
    this.streams = streams;
  }

  /** The name it was called by. */
  public String name() {
    return name;
  }

  /** The words after the name. */
  public List<String> arguments() {
    return arguments;
  }

  /** All of standard input that nobody has read yet. */
  public Bytes input() {
    return streams.in().takeAll();
  }

  /** JSON that is all of standard input, where the stage before has not written it; it is taken. */
  public Optional<JsonText> json() {
    return streams.in().takeJson();
  }

  public OutputStream out() {
    return streams.out();
  }

  public OutputStream err() {
    return streams.err();
  }

  /** Prints a line on standard error. */
  public void complain(String line) throws IOException {
    Utf8.write(err(), line + "\n");
  }

  /** The time of the gather. */
  public Instant now() {
    return interpreter.now();
  }

  public Budget budget() {
    return interpreter.budget();
  }

  /** Bytes that one stage may print, or hold on to. */
  public int outputLimit() {
    return interpreter.limits().outputBytes();
  }

  /** Records an archive path that this command's output was read from. */
  public void source(String archivePath) {
    interpreter.trace().source(archivePath);
  }

  /** Records that the archive does not have what the command asks for. */
  public void noData(String what) {
    interpreter.trace().noData(what);
  }

  /** Runs another program with this one's output and errors; for {@code xargs}. */
  public int runProgram(List<String> words, Bytes input) throws IOException {
    return interpreter.call(
        words.get(0), words.subList(1, words.size()), streams.withInput(new Input(input)));
  }
}
