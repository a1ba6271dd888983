package mganalyze.shell.jq;

import java.util.List;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.JsonQueryFunction;
import net.thisptr.jackson.jq.internal.javacc.ExpressionParser;

/** Functions of jq that jackson-jq lacks and that can be said in jq itself. */
final class MissingFunctions {
  /** Name, parameters, body. */
  private static final String[][] DEFINITIONS = {
    {
      "sub",
      "$re,str,$flags",
      ". as $in | reduce match($re; $flags) as $m ({at: 0, out: \"\"};"
          + " .out += $in[.at:$m.offset] + ($m | [.captures[] | select(.name != null)"
          + " | {key: .name, value: .string}] | from_entries | str) | .at = $m.offset + $m.length)"
          + " | .out + $in[.at:]"
    },
    {"sub", "$re,str", "sub($re; str; \"\")"},
    {"gsub", "$re,str,$flags", "sub($re; str; $flags + \"g\")"},
    {"gsub", "$re,str", "sub($re; str; \"g\")"},
    {"todate", "", "todateiso8601"},
    {"fromdate", "", "fromdateiso8601"},
    {"date", "", "todateiso8601"},
    {"IN", "s", "any(s == .; .)"},
    {"IN", "src,s", "any(src == s; .)"},
    {"INDEX", "stream,f", "reduce stream as $row ({}; . + {($row | f | tostring): $row})"},
    {"INDEX", "f", "INDEX(.[]; f)"},
    {"ascii", "", "[.] | implode"},
    {"repeat", "f", "def r: ., (f | r); r"},
    {"env", "", "{}"},
    {"input_filename", "", "null"},
    {
      "tostream",
      "",
      "def events: . as $v | if (type == \"object\" or type == \"array\") and length > 0 then"
          + " keys_unsorted as $keys | ($keys[] as $k | $v[$k] | events | .[0] |= [$k] + .),"
          + " [[$keys[-1]]] else [[], .] end; events"
    },
    {"abs", "", "if type == \"number\" and . < 0 then -. else . end"},
    {"toarray", "", "if type == \"array\" then . else [.] end"},
    {"dateadd", "u,n", ". + n"},
    {"datesub", "u,n", ". - n"},
    {"trim", "", "sub(\"^\\\\s+\"; \"\") | sub(\"\\\\s+$\"; \"\")"},
    {"ltrim", "", "sub(\"^\\\\s+\"; \"\")"},
    {"rtrim", "", "sub(\"\\\\s+$\"; \"\")"},
  };

  private MissingFunctions() {}

  static void addTo(Scope scope) {
    TimeFunctions.addTo(scope);
    for (String[] definition : DEFINITIONS) {
      List<String> parameters =
          definition[1].isEmpty() ? List.of() : List.of(definition[1].split(","));
      String name = definition[0] + "/" + parameters.size();
      try {
        JsonQueryFunction function =
            new JsonQueryFunction(
                definition[0],
                parameters,
                ExpressionParser.compile(definition[2], JqScope.VERSION),
                scope);
        scope.addFunction(name, new JqScope.Counted(name, function));
      } catch (JsonQueryException e) {
        throw new IllegalStateException(name, e);
      }
    }
  }
}
