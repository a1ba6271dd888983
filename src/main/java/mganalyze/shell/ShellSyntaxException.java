package mganalyze.shell;

/** A command line that is not a shell's. */
public final class ShellSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int position;
  private final String word;

  /**
   * @param position characters from the start of the text, counted from 0
   * @param word the word that surprised, or what is missing
   */
  ShellSyntaxException(int position, String word, String problem) {
    super(
        "syntax error at character " + (position + 1) + ": " + problem + ": " + word,
        null,
        false,
        false);
    this.position = position;
    this.word = word;
  }

  /** Characters from the start of the text, counted from 0. */
  public int position() {
    return position;
  }

  public String word() {
    return word;
  }
}
