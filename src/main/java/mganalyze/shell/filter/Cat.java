package mganalyze.shell.filter;

import java.io.IOException;
import mganalyze.shell.Bytes;
import mganalyze.shell.Invocation;
import mganalyze.shell.Program;

/** {@code cat}. */
final class Cat implements Program {
  @Override
  public int run(Invocation call) throws IOException {
    Bytes input = call.input();
    call.out().write(input.array(), input.start(), input.length());
    return 0;
  }
}
