package mganalyze.runbook;

import java.util.List;
import java.util.Locale;

/** Recognises queries for Prometheus, which documents put into fences of any language. */
final class PromQuery {
  private static final List<String> FUNCTIONS =
      List.of(
          "sum",
          "rate",
          "irate",
          "increase",
          "avg",
          "max",
          "min",
          "count",
          "topk",
          "bottomk",
          "histogram_quantile",
          "absent",
          "max_over_time",
          "avg_over_time",
          "predict_linear",
          "delta",
          "label_replace",
          "changes");

  private PromQuery() {}

  /** Whether a block is one query. */
  static boolean is(String info, String text) {
    String query = text.strip();
    String language = CommandBlock.language(info);
    if (query.isEmpty() || query.length() > 4000) {
      return false;
    }
    if (language.equals("promql") || language.equals("prometheus")) {
      return true;
    }
    boolean mayBe = CommandBlock.isForCommands(info) || language.equals("text");
    return mayBe
        && hasShape(query)
        && (callsFunction(query) || compares(query) || isSelector(query));
  }

  private static boolean hasShape(String query) {
    char first = query.charAt(0);
    return (Character.isLetterOrDigit(first) || first == '(')
        && query.indexOf('_') >= 0
        && query.indexOf(';') < 0
        && !query.contains("\":")
        && !query.contains("   ");
  }

  /** {@code metric{label="value"}}; of samples, which have a value behind it, none is one. */
  private static boolean isSelector(String query) {
    int open = query.indexOf('{');
    String labels = open < 0 ? "" : query.substring(open + 1);
    return open > 0
        && query.substring(0, open).strip().chars().allMatch(c -> c == ':' || isWordPart((char) c))
        && labels.endsWith("}")
        && labels.contains("=\"")
        && labels.indexOf('{') < 0;
  }

  private static boolean callsFunction(String query) {
    String text = query.toLowerCase(Locale.ROOT);
    for (String function : FUNCTIONS) {
      int at = text.indexOf(function);
      while (at >= 0) {
        boolean startsWord = at == 0 || !isWordPart(text.charAt(at - 1));
        String rest = text.substring(at + function.length()).stripLeading();
        boolean isCalled =
            rest.startsWith("(") || rest.startsWith("by") || rest.startsWith("without");
        if (startsWord && isCalled) {
          return true;
        }
        at = text.indexOf(function, at + 1);
      }
    }
    return false;
  }

  private static boolean isWordPart(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  /** A selector or a name, then an operator: samples, which look alike, have none. */
  private static boolean compares(String query) {
    int from = Math.max(query.lastIndexOf('}'), 0);
    String rest = from == 0 ? query : query.substring(from + 1);
    boolean hasOperator =
        List.of(" == ", " != ", " > ", " < ", " >= ", " <= ", " / ", " * ", " - ", " + ").stream()
            .anyMatch((rest + " ")::contains);
    return hasOperator && (from > 0 || query.startsWith("("));
  }
}
