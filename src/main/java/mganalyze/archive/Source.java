package mganalyze.archive;

import java.io.InputStream;
import java.nio.file.Path;

/** Where an archive comes from. */
public sealed interface Source {

  /** The name by which users know it: the last part of the path, or {@code stdin}. */
  String name();

  /** A file or a directory. */
  record Local(Path path) implements Source {
    @Override
    public String name() {
      // "." and ".." have no name of their own
      Path last = path.toAbsolutePath().normalize().getFileName();
      return last == null ? path.toString() : last.toString();
    }
  }

  /** A stream that can be read only once, such as standard input. */
  record Stream(String name, InputStream in) implements Source {}

  /** What a command line argument means: {@code -} is standard input, the rest are paths. */
  static Source of(String argument) {
    return argument.equals("-") ? new Stream("stdin", System.in) : new Local(Path.of(argument));
  }
}
