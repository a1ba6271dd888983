package mganalyze.shell;

import java.io.IOException;

/** An output that also takes JSON before it is written. */
public interface JsonOutput {
  void print(JsonText json) throws IOException;
}
