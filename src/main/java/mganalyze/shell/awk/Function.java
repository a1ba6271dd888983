package mganalyze.shell.awk;

import com.google.re2j.Matcher;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mganalyze.shell.filter.TimeFormat;
import mganalyze.shell.regex.Regex;

/** A call of one of awk's own functions. */
record Function(String name, List<Expression> arguments) implements Expression {
  Function {
    arguments = List.copyOf(arguments);
  }

  /** How many arguments a function takes: least and most; null if there is no such function. */
  static int[] arity(String name) {
    return switch (name) {
      case "length", "fflush" -> new int[] {0, 1};
      case "substr", "split", "match" -> new int[] {2, 3};
      case "sub", "gsub" -> new int[] {2, 3};
      case "gensub" -> new int[] {3, 4};
      case "index", "atan2" -> new int[] {2, 2};
      case "sprintf" -> new int[] {1, Integer.MAX_VALUE};
      case "toupper", "tolower", "int", "sqrt", "exp", "log", "sin", "cos", "strtonum" ->
          new int[] {1, 1};
      case "systime" -> new int[] {0, 0};
      case "strftime" -> new int[] {0, 3};
      case "mktime" -> new int[] {1, 2};
      default -> null;
    };
  }

  @Override
  public Value evaluate(AwkRun run) {
    return switch (name) {
      case "length" -> Value.number(length(run));
      case "substr" -> Value.ofText(substring(run));
      case "index" -> Value.number(index(run));
      case "split" -> Value.number(split(run));
      case "sub", "gsub" -> Value.number(substitute(run));
      case "gensub" -> Value.ofText(gensub(run));
      case "match" -> Value.number(match(run));
      case "sprintf" -> Value.ofText(Statement.PrintFormatted.format(arguments, run));
      case "toupper" -> Value.ofText(text(0, run).toUpperCase(Locale.ROOT));
      case "tolower" -> Value.ofText(text(0, run).toLowerCase(Locale.ROOT));
      case "strtonum" -> Value.number(strtonum(text(0, run)));
      case "systime" -> Value.number((double) run.call().now().getEpochSecond());
      case "strftime" -> Value.ofText(strftime(run));
      case "mktime" -> Value.number(mktime(text(0, run)));
      case "fflush" -> Value.ZERO;
      default -> Value.number(calculate(run));
    };
  }

  private double calculate(AwkRun run) {
    double x = number(0, run);
    return switch (name) {
      case "int" -> whole(x);
      case "sqrt" -> Math.sqrt(x);
      case "exp" -> Math.exp(x);
      case "log" -> Math.log(x);
      case "sin" -> Math.sin(x);
      case "cos" -> Math.cos(x);
      case "atan2" -> Math.atan2(x, number(1, run));
      default -> throw new IllegalStateException(name);
    };
  }

  private static double whole(double number) {
    return number < 0 ? Math.ceil(number) : Math.floor(number);
  }

  private String text(int i, AwkRun run) {
    return arguments.get(i).evaluate(run).text(run.numberFormat());
  }

  private double number(int i, AwkRun run) {
    return arguments.get(i).evaluate(run).number();
  }

  private double length(AwkRun run) {
    if (arguments.isEmpty()) {
      return characters(run.record().text());
    }
    if (arguments.get(0) instanceof ArrayName array) {
      return run.array(array.name()).size();
    }
    return characters(text(0, run));
  }

  private static int characters(String text) {
    return text.codePointCount(0, text.length());
  }

  private String substring(AwkRun run) {
    String text = text(0, run);
    int length = characters(text);
    double from = Math.max(whole(number(1, run)), 1);
    double end = arguments.size() < 3 ? Double.POSITIVE_INFINITY : from + whole(number(2, run));
    double to = Math.min(end, length + 1.0);
    if (!(from < to)) {
      return "";
    }
    return text.substring(
        text.offsetByCodePoints(0, (int) from - 1), text.offsetByCodePoints(0, (int) to - 1));
  }

  private double index(AwkRun run) {
    String text = text(0, run);
    int at = text.indexOf(text(1, run));
    return at < 0 ? 0 : text.codePointCount(0, at) + 1;
  }

  private double split(AwkRun run) {
    String text = text(0, run);
    List<String> parts = new ArrayList<>();
    if (arguments.size() < 3) {
      parts = FieldSplitter.split(text, run.text("FS"));
    } else if (arguments.get(2) instanceof RegexLiteral literal) {
      FieldSplitter.split(text, literal.regex(), parts);
    } else {
      parts = FieldSplitter.split(text, text(2, run));
    }
    Map<String, Value> array = run.array(((ArrayName) arguments.get(1)).name());
    array.clear();
    for (int i = 0; i < parts.size(); i++) {
      array.put(Integer.toString(i + 1), Value.input(parts.get(i)));
    }
    return parts.size();
  }

  private double match(AwkRun run) {
    String text = text(0, run);
    Matcher matcher = run.regex(arguments.get(1)).matcher(text);
    boolean found = matcher.find();
    int start = found ? text.codePointCount(0, matcher.start()) + 1 : 0;
    int length = found ? text.codePointCount(matcher.start(), matcher.end()) : -1;
    run.assign("RSTART", Value.number(start));
    run.assign("RLENGTH", Value.number(length));
    if (arguments.size() == 3) {
      Map<String, Value> array = run.array(((ArrayName) arguments.get(2)).name());
      array.clear();
      for (int i = 0; found && i <= matcher.groupCount(); i++) {
        if (matcher.start(i) >= 0) {
          array.put(Integer.toString(i), Value.input(matcher.group(i)));
        }
      }
    }
    return start;
  }

  private double substitute(AwkRun run) {
    Place place =
        arguments.size() == 3 && arguments.get(2) instanceof Place given
            ? given
            : new Field(new Constant(Value.ZERO));
    Regex regex = run.regex(arguments.get(0));
    String text = place.evaluate(run).text(run.numberFormat());
    String with = text(1, run);
    Substitution substitution = new Substitution(regex, with, false);
    String result = substitution.apply(text, name.equals("gsub") ? 0 : 1, run);
    if (substitution.count() > 0) {
      place.assign(Value.ofText(result), run);
    }
    return substitution.count();
  }

  private String gensub(AwkRun run) {
    String text = arguments.size() == 4 ? text(3, run) : run.record().text();
    String how = text(2, run);
    boolean isGlobal = how.startsWith("g") || how.startsWith("G");
    int which = isGlobal ? 0 : Math.max(1, (int) Numbers.prefix(how));
    return new Substitution(run.regex(arguments.get(0)), text(1, run), true)
        .apply(text, which, run);
  }

  private String strftime(AwkRun run) {
    String format = arguments.isEmpty() ? "%a %b %e %H:%M:%S %Z %Y" : text(0, run);
    double seconds = arguments.size() < 2 ? run.call().now().getEpochSecond() : number(1, run);
    try {
      return TimeFormat.print(
          format, Instant.ofEpochSecond((long) whole(seconds)).atZone(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      throw new AwkException("strftime: " + Value.number(seconds).text("%.6g") + " is no time");
    }
  }

  /** Seconds of {@code YYYY MM DD HH MM SS}, in UTC; -1 where that is no time. */
  private static double mktime(String text) {
    String[] parts = text.strip().split("\\s+");
    if (parts.length < 6) {
      return -1;
    }
    try {
      return LocalDateTime.of(Integer.parseInt(parts[0]), 1, 1, 0, 0)
          .plusMonths(Integer.parseInt(parts[1]) - 1L)
          .plusDays(Integer.parseInt(parts[2]) - 1L)
          .plusHours(Integer.parseInt(parts[3]))
          .plusMinutes(Integer.parseInt(parts[4]))
          .plusSeconds(Integer.parseInt(parts[5]))
          .toEpochSecond(ZoneOffset.UTC);
    } catch (NumberFormatException | DateTimeException e) {
      return -1;
    }
  }

  private static double strtonum(String text) {
    String digits = text.strip();
    boolean isHex = digits.startsWith("0x") || digits.startsWith("0X");
    if (isHex && digits.length() > 2 && digits.substring(2).matches("[0-9a-fA-F]{1,15}")) {
      return Long.parseLong(digits.substring(2), 16);
    }
    if (digits.matches("0[0-7]{1,20}")) {
      return Long.parseLong(digits, 8);
    }
    return Numbers.prefix(digits);
  }

  /** The name of an array as an argument. */
  record ArrayName(String name) implements Expression {
    @Override
    public Value evaluate(AwkRun run) {
      throw new AwkException("attempt to use array `" + name + "' in a scalar context");
    }
  }
}
