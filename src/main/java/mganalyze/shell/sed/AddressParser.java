package mganalyze.shell.sed;

import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.regex.Regex;
import mganalyze.shell.regex.Syntax;

/** Reads addresses and the expressions in them. */
final class AddressParser {
  private final SedText text;
  private final Syntax syntax;

  AddressParser(SedText text, boolean isExtended) {
    this.text = text;
    this.syntax = isExtended ? Syntax.SED_EXTENDED : Syntax.SED_BASIC;
  }

  /** The address here, or null. */
  Address address(boolean isEnd) {
    char c = text.peek();
    if (c >= '0' && c <= '9') {
      long number = text.number();
      if (text.peek() == '~') {
        text.next();
        return new Address.Step(number, Math.max(0, text.number()));
      }
      return new Address.Line(number);
    }
    if (c == '$') {
      text.next();
      return new Address.Last();
    }
    if (isEnd && (c == '+' || c == '~')) {
      text.next();
      return new Address.Distance(Math.max(0, text.number()), c == '~');
    }
    return c == '/' || c == '\\' ? matching() : null;
  }

  private Address matching() {
    char delimiter = text.next();
    if (delimiter == '\\') {
      if (text.atEnd()) {
        throw text.wrong("unexpected end of address");
      }
      delimiter = text.next();
    }
    String expression = text.delimited(delimiter, true);
    boolean ignoresCase = false;
    while (text.peek() == 'I' || text.peek() == 'M') {
      if (text.next() == 'M') {
        throw new UnsupportedCommandException("sed /…/M");
      }
      ignoresCase = true;
    }
    return new Address.Matching(regex(expression, ignoresCase));
  }

  /** The expression; null for an empty text, which means the one that was used last. */
  Regex regex(String expression, boolean ignoresCase) {
    return expression.isEmpty() ? null : Regex.compile(expression, syntax, ignoresCase);
  }
}
