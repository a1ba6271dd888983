package mganalyze.archive;

/** Decides what becomes of each file in an archive. Called on one thread, in archive order. */
public interface EntryVisitor {

  /** What shall become of an entry. */
  enum Choice {
    /** Store its content and hand it to {@link EntryVisitor#kept}. */
    KEEP,
    /** Count it only. */
    SKIP,
    /**
     * It is an archive: visit its entries instead, under this one's path and {@code !/}. If its
     * first bytes show that it is none, it is kept instead; if that shows later, it is a problem.
     */
    OPEN
  }

  /** Asked before the content is read; the header's head is filled, partial is false. */
  Choice choose(EntryHeader header);

  /**
   * Delivers a kept entry. The header's size is that of the content; the header is partial if
   * damage or a limit cut the content.
   */
  void kept(EntryHeader header, Content content);

  /** Tells of an entry that was skipped, by choice or because archives are nested too deeply. */
  default void skipped(EntryHeader header) {}
}
