package mganalyze.finding;

/**
 * Something in the archive that could not be used as it should. Names and details may quote the
 * archive; secrets in them are masked.
 *
 * @param path path in the archive as uploaded, nested archives joined with {@code !/}; empty for
 *     the archive itself
 * @param detail one line for a person; never empty
 */
public record Problem(String path, Kind kind, String detail) {
  public Problem {
    path = SecretMask.mask(path);
    detail = SecretMask.mask(detail);
  }

  /** The kinds of problems, spelled as reports spell them. */
  public enum Kind {
    TRUNCATED("truncated", true),
    CORRUPT("corrupt", true),
    UNSAFE_PATH("unsafe-path", false),
    LINK_SKIPPED("link-skipped", false),
    LIMIT("limit", true),
    UNREADABLE("unreadable", false),
    NOT_A_RESOURCE("not-a-resource", false);

    private final String word;
    private final boolean incomplete;

    Kind(String word, boolean incomplete) {
      this.word = word;
      this.incomplete = incomplete;
    }

    public String word() {
      return word;
    }

    /** Whether such a problem makes the whole archive incomplete. */
    public boolean makesIncomplete() {
      return incomplete;
    }
  }
}
