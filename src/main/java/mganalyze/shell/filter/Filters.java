package mganalyze.shell.filter;

import mganalyze.shell.Program;
import mganalyze.shell.awk.Awk;
import mganalyze.shell.jq.Jq;
import mganalyze.shell.sed.Sed;

/** The text filters by name. Each is loaded only when a command line calls it. */
public final class Filters {
  private Filters() {}

  /** The filter, or null. */
  public static Program named(String name) {
    return switch (name) {
      case "cat", "less", "more" -> new Cat();
      case "grep", "egrep", "fgrep" -> new Grep();
      case "head", "tail" -> new Head();
      case "wc" -> new Wc();
      case "jq" -> new Jq();
      case "awk", "gawk", "mawk", "nawk" -> new Awk();
      case "sort" -> new Sort();
      case "uniq" -> new Uniq();
      case "sed" -> new Sed();
      case "cut" -> new Cut();
      case "tr" -> new Tr();
      case "column" -> new Column();
      case "tac", "rev" -> new Reverse();
      case "nl" -> new NumberLines();
      case "paste" -> new Paste();
      case "tee" -> new Tee();
      case "xargs" -> new Xargs();
      case "base64" -> new Base64Filter();
      case "date" -> new Date();
      case "seq" -> new Seq();
      case "basename", "dirname" -> new PathName();
      case "sleep" -> new Sleep();
      case "expr" -> new Expr();
      case "printf" -> new Printf();
      case "test", "[" -> new TestProgram();
      case "echo" -> new Echo();
      case "true", "false" -> new Constant();
      default -> null;
    };
  }
}
