package mganalyze.archive;

import java.io.IOException;

/** An archive could not be read at all; the message is one line that names it and the cause. */
public final class ArchiveException extends IOException {
  ArchiveException(String name, String cause) {
    super(name + ": " + cause);
  }

  ArchiveException(String name, String cause, IOException reason) {
    super(name + ": " + cause, reason);
  }
}
