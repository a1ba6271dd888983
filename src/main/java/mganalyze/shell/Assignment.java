package mganalyze.shell;

import java.io.IOException;

/** {@code NAME=value} or {@code NAME+=value}. */
record Assignment(String name, boolean isAppending, Word value) {
  void run(Interpreter shell, Streams streams) throws IOException {
    String text = value.single(shell, streams);
    String before = isAppending ? shell.state().variables().getOrDefault(name, "") : "";
    shell.checkLength((long) before.length() + text.length());
    shell.state().variables().put(name, before + text);
  }
}
