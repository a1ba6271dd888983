package mganalyze.shell.filter;

import java.io.IOException;
import java.util.List;
import mganalyze.shell.Escapes;
import mganalyze.shell.Invocation;
import mganalyze.shell.Program;
import mganalyze.shell.Utf8;

/** {@code echo}, as bash has it: {@code -n}, {@code -e}, {@code -E}. */
final class Echo implements Program {
  @Override
  public int run(Invocation call) throws IOException {
    List<String> arguments = call.arguments();
    boolean newline = true;
    boolean escapes = false;
    int first = 0;
    while (first < arguments.size() && arguments.get(first).matches("-[neE]+")) {
      String flags = arguments.get(first++);
      newline &= flags.indexOf('n') < 0;
      for (char flag : flags.toCharArray()) {
        escapes = flag == 'e' || flag != 'E' && escapes;
      }
    }
    String text = String.join(" ", arguments.subList(first, arguments.size()));
    boolean[] stopped = {false};
    String printed = escapes ? Escapes.echo(text, stopped) : text;
    Utf8.write(call.out(), newline && !stopped[0] ? printed + "\n" : printed);
    return 0;
  }
}
