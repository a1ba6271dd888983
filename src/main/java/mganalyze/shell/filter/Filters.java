package mganalyze.shell.filter;

import mganalyze.shell.Program;
import mganalyze.shell.awk.Awk;
import mganalyze.shell.jq.Jq;

/** The text filters by name. Each is loaded only when a command line calls it. */
public final class Filters {
  private Filters() {}

  /** The filter, or null. */
  public static Program named(String name) {
    return switch (name) {
      case "cat" -> new Cat();
      case "grep", "egrep", "fgrep" -> new Grep();
      case "head", "tail" -> new Head();
      case "wc" -> new Wc();
      case "jq" -> new Jq();
      case "awk", "gawk", "mawk", "nawk" -> new Awk();
      case "sort" -> new Sort();
      case "uniq" -> new Uniq();
      case "echo" -> new Echo();
      case "true", "false" -> new Constant();
      default -> null;
    };
  }
}
