package mganalyze.shell;

import java.util.List;
import mganalyze.shell.regex.Regex;
import mganalyze.shell.regex.Syntax;

/** {@code [[ text =~ expression ]]}: an extended regular expression, quoted parts literal. */
final class RegexCondition {
  private RegexCondition() {}

  static boolean matches(String text, List<Piece> pieces) {
    StringBuilder expression = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece.origin() == Piece.Origin.QUOTED) {
        expression.append(piece.text().replaceAll("[\\[\\](){}.*+?^$|\\\\]", "\\\\$0"));
      } else {
        expression.append(piece.text());
      }
    }
    return Regex.compile(expression.toString(), Syntax.EXTENDED, false).matcher(text).find();
  }
}
