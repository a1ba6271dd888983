package mganalyze.shell.regex;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * About how many instructions an expression in Perl's syntax becomes: repetitions such as {@code
 * ((a{1000}){1000}){1000}} are written out when it is compiled.
 */
public final class RepeatSize {
  /** Sizes are not counted beyond this. */
  private static final long MOST = 1L << 40;

  private final String text;
  private final Deque<Long> outer = new ArrayDeque<>();
  private int at;
  private long sum;
  private long last;

  private RepeatSize(String text) {
    this.text = text;
  }

  /** The size of an expression; of one that is none, any number. */
  public static long of(String expression) {
    // One repetition is bounded by its own limit.
    int first = expression.indexOf('{');
    return first < 0 || expression.indexOf('{', first + 1) < 0
        ? expression.length()
        : new RepeatSize(expression).count();
  }

  private long count() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case '(' -> {
          outer.push(sum);
          sum = 0;
        }
        case ')' -> add(sum, outer.isEmpty() ? 0 : outer.pop());
        case '[' -> {
          skipBracket();
          add(1, sum);
        }
        case '{' -> repeat();
        case '\\' -> {
          at++;
          add(1, sum);
        }
        default -> add(1, sum);
      }
    }
    return outer.stream().mapToLong(Long::longValue).sum() + sum;
  }

  private void add(long item, long before) {
    last = item;
    sum = Math.min(MOST, before + item);
  }

  private void skipBracket() {
    int first = text.startsWith("^", at) ? at + 1 : at;
    while (at < text.length() && (text.charAt(at) != ']' || at == first)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void repeat() {
    long most = 0;
    long number = 0;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == ',')) {
      char c = text.charAt(at++);
      number = c == ',' ? 0 : Math.min(MOST, number * 10 + Character.digit(c, 10));
      most = Math.max(most, number);
    }
    if (most > 1) {
      // Neither factor is larger than 2^40: their product as a double does not overflow.
      long repeated = (long) Math.min(MOST, (double) last * most);
      sum = Math.min(MOST, sum - last + repeated);
      last = repeated;
    }
  }
}
