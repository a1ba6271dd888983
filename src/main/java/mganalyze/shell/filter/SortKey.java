package mganalyze.shell.filter;

import mganalyze.shell.UnsupportedCommandException;

/**
 * Which part of a line {@code sort} compares, and how.
 *
 * @param startField from 0
 * @param startByte within the field, from 0
 * @param endField behind the last field; {@code Integer.MAX_VALUE} for the rest of the line
 * @param endByte bytes of the field {@code endField} that belong to the key
 * @param separator of fields; -1 for runs of blanks
 */
record SortKey(
    int startField,
    int startByte,
    int endField,
    int endByte,
    int separator,
    boolean skipsBlanksAtStart,
    boolean skipsBlanksAtEnd,
    SortOrder order) {

  /** The whole line. */
  static SortKey line(boolean skipsBlanks, SortOrder order) {
    return new SortKey(0, 0, Integer.MAX_VALUE, 0, -1, skipsBlanks, false, order);
  }

  /**
   * Reads {@code 2.3n,4r}.
   *
   * @param global what holds for a key without letters of its own
   */
  static SortKey parse(String text, int separator, String global) {
    int comma = text.indexOf(',');
    String from = comma < 0 ? text : text.substring(0, comma);
    String to = comma < 0 ? "" : text.substring(comma + 1);
    String fromLetters = letters(from);
    String toLetters = letters(to);
    String own = fromLetters + toLetters;
    boolean inherits = own.isEmpty();
    int[] start = position(from.substring(0, from.length() - fromLetters.length()), text);
    int[] end =
        comma < 0
            ? new int[] {Integer.MAX_VALUE, 0}
            : position(to.substring(0, to.length() - toLetters.length()), text);
    if (start[0] == 0 || comma >= 0 && end[0] == 0) {
      throw new UsageException(
          2, "field number is zero: invalid field specification ‘" + text + "’");
    }
    boolean endsInField = comma >= 0 && end[1] > 0;
    return new SortKey(
        start[0] - 1,
        Math.max(0, start[1] - 1),
        comma < 0 ? Integer.MAX_VALUE : endsInField ? end[0] - 1 : end[0],
        endsInField ? end[1] : 0,
        separator,
        (inherits ? global : fromLetters).indexOf('b') >= 0,
        (inherits ? global : toLetters).indexOf('b') >= 0,
        SortOrder.of(inherits ? global : own));
  }

  private static String letters(String text) {
    int at = text.length();
    while (at > 0 && Character.isLetter(text.charAt(at - 1))) {
      at--;
    }
    return text.substring(at);
  }

  private static int[] position(String text, String key) {
    if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      throw new UnsupportedCommandException("sort -k " + key);
    }
    int dot = text.indexOf('.');
    int field = Integer.parseInt(dot < 0 ? text : text.substring(0, dot));
    return new int[] {field, dot < 0 ? 0 : Integer.parseInt(text.substring(dot + 1))};
  }

  /** Where the key starts in a line. */
  int start(byte[] array, int lineStart, int lineEnd) {
    int at = skipFields(array, lineStart, lineEnd, startField);
    if (skipsBlanksAtStart) {
      at = skipBlanks(array, at, lineEnd);
    }
    return (int) Math.min((long) at + startByte, lineEnd);
  }

  /** Behind the key's last byte; may lie before its start, then the key is empty. */
  int end(byte[] array, int lineStart, int lineEnd) {
    if (endField == Integer.MAX_VALUE) {
      return lineEnd;
    }
    if (endByte == 0) {
      int at = skipFields(array, lineStart, lineEnd, endField);
      boolean isBehindSeparator =
          separator >= 0
              && at > lineStart
              && at <= lineEnd
              && array[at - 1] == separator
              && fieldsSeparatedBefore(array, lineStart, at) >= endField;
      return isBehindSeparator ? at - 1 : at;
    }
    int at = skipFields(array, lineStart, lineEnd, endField);
    if (skipsBlanksAtEnd) {
      at = skipBlanks(array, at, lineEnd);
    }
    return (int) Math.min((long) at + endByte, lineEnd);
  }

  private int fieldsSeparatedBefore(byte[] array, int start, int end) {
    int count = 0;
    for (int i = start; i < end; i++) {
      count += array[i] == separator ? 1 : 0;
    }
    return count;
  }

  private int skipFields(byte[] array, int start, int end, int fields) {
    int at = start;
    for (int i = 0; i < fields && at < end; i++) {
      if (separator >= 0) {
        while (at < end && array[at] != separator) {
          at++;
        }
        at = Math.min(at + 1, end);
      } else {
        at = skipBlanks(array, at, end);
        while (at < end && !isBlank(array[at])) {
          at++;
        }
      }
    }
    return at;
  }

  private static int skipBlanks(byte[] array, int start, int end) {
    int at = start;
    while (at < end && isBlank(array[at])) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }
}
