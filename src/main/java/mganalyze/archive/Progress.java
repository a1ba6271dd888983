package mganalyze.archive;

/** Hears how far the reading is, some ten times a second and at the end. */
public interface Progress {

  /**
   * @param bytesRead bytes of the archive as it lies on disk
   * @param bytesTotal its size, or -1 if not known
   * @param entries entries seen so far, nested ones and directories included
   */
  void update(long bytesRead, long bytesTotal, long entries);

  /** Hears and does nothing. */
  static Progress none() {
    return (bytesRead, bytesTotal, entries) -> {};
  }
}
