package mganalyze.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every matching line must hold, so that other lines need no regular expression. */
class PatternLiteralTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      nullValues = "none",
      value = {
        "leaderelection lost#leaderelection lost",
        "too many (API )?requests#'too many '",
        "is forbidden: User|Unauthorized#is forbidden: User;Unauthorized",
        "https://[^ ]+/apis?/#https://",
        "a\\|b#a|b",
        "[|x]token#token",
        "(one|other) error#' error'",
        "one|[a-z]+#none",
        "one|#none",
        "(?i)error#none",
        "[0-9]+#none",
        "(?si)error#none",
        "\\x41pod#none",
        "\\pNpod#none",
        "\\Qpod*#none",
        "vm [[:alnum:]_-dotted.names]+#'vm '",
        "\\d\\d pods\\b#' pods'",
        "(?P<pod>virt-api) is down#' is down'",
        "\"level\":\"error\"|\"level\":\"fatal\"|^E[0-9]{4} #'\"level\":\"error\";\"level\":\"fatal\";E'",
      })
  void findsTextOfWhichEveryMatchHoldsOne(String pattern, String literals) {
    assertEquals(
        literals == null ? List.of() : List.of(literals.split(";")), PatternLiteral.of(pattern));
  }
}
