package mganalyze.runbook;

/**
 * A command of the diagnosis section, or a query.
 *
 * @param number from 1, over the whole section
 * @param title the text before the command, in one line; the heading where there is none
 * @param command as the runbook writes it, without the prompt
 * @param line line of the command in the file
 */
public record Step(int number, String title, String command, int line, Kind kind) {
  /** Where it is typed. */
  public enum Kind {
    /** At the engineer's own prompt. */
    COMMAND,
    /** At a prompt on a node, in a container or in a guest, which an earlier command opened. */
    INSIDE,
    /** In the web console: a query for Prometheus. */
    QUERY
  }
}
