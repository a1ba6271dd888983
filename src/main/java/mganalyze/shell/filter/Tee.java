package mganalyze.shell.filter;

import java.io.IOException;
import java.util.List;
import mganalyze.shell.Bytes;
import mganalyze.shell.Invocation;
import mganalyze.shell.UnsupportedCommandException;

/** {@code tee}, to nowhere or to the standard streams. */
final class Tee extends Filter<List<String>> {
  @Override
  List<String> parse(String name, List<String> arguments) {
    List<String> files = new Options(name, "aip", "").parse(arguments).operands();
    for (String file : files) {
      switch (file) {
        case "/dev/null", "/dev/stderr", "/dev/stdout" -> {}
        default -> throw new UnsupportedCommandException("tee " + file + " (writing files)");
      }
    }
    return files;
  }

  @Override
  int run(List<String> files, Invocation call) throws IOException {
    Bytes input = call.input();
    call.out().write(input.array(), input.start(), input.length());
    for (String file : files) {
      if (file.equals("/dev/stderr")) {
        call.err().write(input.array(), input.start(), input.length());
      } else if (file.equals("/dev/stdout")) {
        call.out().write(input.array(), input.start(), input.length());
      }
    }
    return 0;
  }
}
