package mganalyze.archive;

import java.io.IOException;

/** The store, not the archive, fails: no room on the disk, no right to write. */
final class StoreException extends IOException {
  StoreException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
