package mganalyze.shell;

/** A command line that is not a shell's. */
public final class ShellSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final boolean wantsMore;

  /**
   * @param position characters from the start of the text, counted from 0
   * @param word the word that surprised, or what is missing
   */
  ShellSyntaxException(int position, String word, String problem) {
    this(position, word, problem, false);
  }

  /**
   * @param wantsMore whether the text ends too early, so that more of it could mend it
   */
  ShellSyntaxException(int position, String word, String problem, boolean wantsMore) {
    super(
        "syntax error at character " + (position + 1) + ": " + problem + ": " + word,
        null,
        false,
        false);
    this.wantsMore = wantsMore;
  }

  boolean wantsMore() {
    return wantsMore;
  }
}
