package mganalyze.shell.jq;

import java.util.List;
import mganalyze.shell.UnsupportedCommandException;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.JsonQueryFunction;
import net.thisptr.jackson.jq.internal.javacc.ExpressionParser;

/** Functions of jq that jackson-jq lacks, or has with another meaning, said in jq itself. */
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
    {"recurse", "f", "def r: ., (f | r); r"},
    {"paths", "", "path(..) | select(length > 0)"},
    {
      "map_values",
      "f",
      "if type == \"array\" then [.[] | first(f)] elif type == \"object\" then to_entries"
          + " | map(.key as $k | first(.value | f) | {key: $k, value: .}) | from_entries"
          + " else .[] |= f end"
    },
    {
      "walk",
      "f",
      "def w: (if type == \"object\" then map_values(w) elif type == \"array\" then map(w)"
          + " else . end) | f; w"
    },
    {"isempty", "g", "first((g | false), true)"},
    {"add", "f", "reduce f as $x (null; . + $x)"},
    {"fabs", "", "(. - 0) | if . < 0 then -. else . end"},
    {"trunc", "", "(. - 0) | if . < 0 then ceil else floor end"},
    {"trimstr", "$x", "ltrimstr($x) | rtrimstr($x)"},
    {"localtime", "", "gmtime"},
    {"strflocaltime", "format", "strftime(format)"},
    {"todateiso8601", "", "strftime(\"%Y-%m-%dT%H:%M:%SZ\")"},
    {"todate", "", "todateiso8601"},
    {"fromdate", "", "fromdateiso8601"},
    {"date", "", "todateiso8601"},
    {"IN", "s", "any(s == .; .)"},
    {"IN", "src,s", "any(src == s; .)"},
    {"INDEX", "stream,f", "reduce stream as $row ({}; .[$row | f | tostring] |= $row)"},
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

  /** Functions of jq that are refused: an error would be caught by the program's {@code try}. */
  private static final String REFUSED =
      "JOIN/2 JOIN/3 JOIN/4 bsearch/1 format/1 fromstream/1 truncate_stream/1 get_search_list/0"
          + " modulemeta/0 significand/0 drem/2 ldexp/2 scalb/2 scalbln/2 nearbyint/0 rint/0"
          + " logb/0 gamma/0 lgamma/0 tgamma/0 lgamma_r/0 frexp/0 modf/0 acosh/0 asinh/0 atanh/0"
          + " pow10/0 fmin/2 fmax/2 fmod/2 fma/3 fdim/2 hypot/2 copysign/2 nextafter/2"
          + " nexttoward/2 remainder/2 erf/0 erfc/0 j0/0 j1/0 jn/2 y0/0 y1/0 yn/2"
          + " scalars_or_empty/0 skip/2 have_literal_numbers/0 have_decnum/0 get_jq_origin/0"
          + " get_prog_origin/0 @base32/0 @base32d/0";

  private MissingFunctions() {}

  static void addTo(Scope scope) {
    TimeFunctions.addTo(scope);
    for (String name : REFUSED.split(" ")) {
      scope.addFunction(
          name,
          (s, arguments, in, path, output, version) -> {
            throw new UnsupportedCommandException("jq: function " + name);
          });
    }
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
