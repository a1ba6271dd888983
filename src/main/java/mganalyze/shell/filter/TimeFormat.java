package mganalyze.shell.filter;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import mganalyze.shell.UnsupportedCommandException;

/** The formats of {@code date} and {@code strftime}, in English and UTC. */
public final class TimeFormat {
  private static final String[] DAYS = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"
  };
  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };

  private TimeFormat() {}

  /** Throws {@link UnsupportedCommandException} for a conversion that is not known. */
  static void check(String format) {
    print(format, ZonedDateTime.parse("2000-01-01T00:00:00Z"));
  }

  /** Writes a time. */
  public static String print(String format, ZonedDateTime time) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < format.length()) {
      char c = format.charAt(at++);
      if (c != '%' || at == format.length()) {
        text.append(c);
        continue;
      }
      char flag = format.charAt(at);
      boolean hasFlag = "-_0^:".indexOf(flag) >= 0 && at + 1 < format.length();
      at += hasFlag ? 1 : 0;
      text.append(convert(format.charAt(at++), hasFlag ? flag : 0, time));
    }
    return text.toString();
  }

  private static String convert(char letter, char flag, ZonedDateTime time) {
    String day = DAYS[time.getDayOfWeek().getValue() % 7];
    String month = MONTHS[time.getMonthValue() - 1];
    String text =
        switch (letter) {
          case '%' -> "%";
          case 'n' -> "\n";
          case 't' -> "\t";
          case 'a' -> day.substring(0, 3);
          case 'A' -> day;
          case 'b', 'h' -> month.substring(0, 3);
          case 'B' -> month;
          case 'c' -> print("%a %b %e %H:%M:%S %Y", time);
          case 'D', 'x' -> print("%m/%d/%y", time);
          case 'F' -> print("%Y-%m-%d", time);
          case 'p' -> time.getHour() < 12 ? "AM" : "PM";
          case 'P' -> time.getHour() < 12 ? "am" : "pm";
          case 'r' -> print("%I:%M:%S %p", time);
          case 'R' -> print("%H:%M", time);
          case 'T', 'X' -> print("%H:%M:%S", time);
          case 'z' -> flag == ':' ? "+00:00" : "+0000";
          case 'Z' -> "UTC";
          case 's' -> Long.toString(time.toEpochSecond());
          default -> number(letter, flag, time);
        };
    return flag == '^' ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static String number(char letter, char flag, ZonedDateTime time) {
    return switch (letter) {
      case 'Y' -> Integer.toString(time.getYear());
      case 'C' -> padded(time.getYear() / 100, 2, flag, '0');
      case 'y' -> padded(time.getYear() % 100, 2, flag, '0');
      case 'm' -> padded(time.getMonthValue(), 2, flag, '0');
      case 'd' -> padded(time.getDayOfMonth(), 2, flag, '0');
      case 'e' -> padded(time.getDayOfMonth(), 2, flag, ' ');
      case 'H' -> padded(time.getHour(), 2, flag, '0');
      case 'k' -> padded(time.getHour(), 2, flag, ' ');
      case 'I' -> padded(time.get(ChronoField.CLOCK_HOUR_OF_AMPM), 2, flag, '0');
      case 'l' -> padded(time.get(ChronoField.CLOCK_HOUR_OF_AMPM), 2, flag, ' ');
      case 'M' -> padded(time.getMinute(), 2, flag, '0');
      case 'S' -> padded(time.getSecond(), 2, flag, '0');
      case 'N' -> padded(time.getNano(), 9, flag, '0');
      case 'j' -> padded(time.getDayOfYear(), 3, flag, '0');
      case 'u' -> Integer.toString(time.getDayOfWeek().getValue());
      case 'w' -> Integer.toString(time.getDayOfWeek().getValue() % 7);
      case 'V' -> padded(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, flag, '0');
      case 'G' -> Integer.toString(time.get(IsoFields.WEEK_BASED_YEAR));
      default -> throw new UnsupportedCommandException("date +%" + letter);
    };
  }

  private static String padded(int value, int width, char flag, char filler) {
    String digits = Integer.toString(value);
    char fill = flag == '_' ? ' ' : flag == '0' ? '0' : filler;
    String padding = String.valueOf(fill).repeat(Math.max(0, width - digits.length()));
    return flag == '-' ? digits : padding + digits;
  }
}
