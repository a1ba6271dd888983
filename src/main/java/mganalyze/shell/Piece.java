package mganalyze.shell;

/** A stretch of an expanded word; from where it comes decides what is still done to it. */
record Piece(String text, Origin origin) {
  enum Origin {
    /** Written in the command line without quotes: not split, special in patterns. */
    BARE,
    /** Quoted: neither split nor special. */
    QUOTED,
    /** What an unquoted expansion gave: split into fields, special in patterns. */
    EXPANDED
  }
}
