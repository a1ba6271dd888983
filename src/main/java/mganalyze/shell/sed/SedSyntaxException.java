package mganalyze.shell.sed;

/** A text that is no sed script. */
final class SedSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SedSyntaxException(int position, String problem) {
    super("-e expression #1, char " + position + ": " + problem, null, false, false);
  }
}
