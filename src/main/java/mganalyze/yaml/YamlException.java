package mganalyze.yaml;

/** The text is no YAML or JSON, or goes beyond a limit. */
public final class YamlException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final String reason;

  YamlException(int line, String reason) {
    super("line " + line + ": " + reason);
    this.line = line;
    this.reason = reason;
  }

  /**
   * Line of the fault, counted from 1: in the file for an item or a document of a file, else from
   * where reading began.
   */
  public int line() {
    return line;
  }

  /** What is wrong, one line without the line number. */
  public String reason() {
    return reason;
  }
}
