package mganalyze.runbook;

/**
 * Something wrong in a runbook's file.
 *
 * @param where a line ({@code line 12}) or a path in the front matter ({@code
 *     checks[1].inputs.pods})
 * @param reason one line
 */
public record Mistake(String file, String where, String reason) {
  @Override
  public String toString() {
    return file + ": " + where + ": " + reason;
  }
}
