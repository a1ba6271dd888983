package mganalyze.shell.awk;

/** A text that is no awk program. */
final class AwkSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  AwkSyntaxException(Token token) {
    super(
        "syntax error at character "
            + (token.position() + 1)
            + " near "
            + (token.text().isBlank() ? "end of line" : token.text()),
        null,
        false,
        false);
  }
}
