package mganalyze.report;

import java.util.Locale;
import java.util.Optional;

/** Finds IPv4, IPv6 and MAC addresses, other than those that every machine has. */
enum AddressDetector implements Detector {
  /** Six octets, {@code 52:54:00:ab:cd:ef} or with hyphens. */
  MAC {
    @Override
    int end(String text, int start) {
      boolean isUnderWay = isWord(text, start - 1) || isAt(text, start - 1, ":-");
      if (isUnderWay || !isAt(text, start + 2, ":-")) {
        return -1;
      }
      char separator = text.charAt(start + 2);
      for (int octet = 0; octet < 6; octet++) {
        int at = start + 3 * octet;
        boolean isSeparated = octet == 5 || isAt(text, at + 2, String.valueOf(separator));
        if (!isHex(text, at) || !isHex(text, at + 1) || !isSeparated) {
          return -1;
        }
      }
      int end = start + 17;
      boolean goesOn = isAt(text, end, ":-") && isHex(text, end + 1);
      return isWord(text, end) || goesOn ? -1 : end;
    }
  },
  /** Groups of hexadecimal digits with colons, with or without {@code ::}. */
  IPV6 {
    @Override
    int end(String text, int start) {
      // An address starts where no group or word is under way.
      boolean isSeparator = isAt(text, start, ":") && !isAt(text, start + 1, ":");
      if (isWord(text, start - 1) || isSeparator || followsGroup(text, start)) {
        return -1;
      }
      int groups = 0;
      boolean shortened = false;
      int at = start;
      int end = -1;
      while (at - start < 40) {
        int digits = at;
        while (digits - at <= 4 && isHex(text, digits)) {
          digits++;
        }
        if (isAt(text, digits, ".") && isDigit(text, digits + 1)) {
          // The last group is the start of an IPv4 address.
          return end;
        }
        if (digits > at) {
          groups++;
          boolean isWhole = digits - at <= 4 && !isWord(text, digits);
          end = isWhole && (groups == 8 || shortened && groups < 8) ? digits : end;
          at = digits;
          if (groups > 8 || groups == 8 && isAt(text, at, ":") && isHex(text, at + 1)) {
            // So many groups are a fingerprint.
            return -1;
          }
          if (!isWhole || !isAt(text, at, ":")) {
            return isWhole ? end : -1;
          }
        }
        if (isAt(text, at, ":") && isAt(text, at + 1, ":")) {
          if (shortened) {
            return -1;
          }
          shortened = true;
          at += 2;
          end = isWord(text, at) ? end : at;
          if (!isHex(text, at)) {
            return end;
          }
        } else if (isAt(text, at, ":")) {
          at++;
          if (!isHex(text, at)) {
            return end;
          }
        } else {
          return end;
        }
      }
      return -1;
    }

    @Override
    boolean isCommon(String address) {
      return address.length() < 4 && (address.equals("::") || address.equals("::1"));
    }
  },
  /** Four octets with dots; with hyphens behind {@code ip}, as clouds name their machines. */
  IPV4 {
    @Override
    int end(String text, int start) {
      boolean isDashed =
          start >= 3 && text.startsWith("ip-", start - 3) && !isWord(text, start - 4);
      char separator = isDashed ? '-' : '.';
      if (isWord(text, start - 1)
          || isAt(text, start - 1, ".") && start > 1 && isWord(text, start - 2)) {
        return -1;
      }
      int at = start;
      for (int octet = 0; octet < 4; octet++) {
        int value = 0;
        int digits = at;
        while (digits - at < 3 && isDigit(text, digits)) {
          value = 10 * value + text.charAt(digits) - '0';
          digits++;
        }
        if (digits == at
            || value > 255
            || octet < 3 && !isAt(text, digits, String.valueOf(separator))) {
          return -1;
        }
        at = octet < 3 ? digits + 1 : digits;
      }
      return isWord(text, at) || isAt(text, at, ".") && isDigit(text, at + 1) ? -1 : at;
    }

    @Override
    boolean isCommon(String address) {
      return address.equals("127.0.0.1") || address.equals("0.0.0.0");
    }
  };

  /** Where the address that starts there ends; -1 if none does. */
  abstract int end(String text, int start);

  boolean isCommon(String address) {
    return false;
  }

  @Override
  public String kind() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<Hit> next(String text, int from) {
    for (int start = from; start < text.length(); start++) {
      char c = text.charAt(start);
      if (c <= 'f' && (isHex(text, start) || c == ':')) {
        int end = end(text, start);
        if (end > start && !isCommon(text.substring(start, end))) {
          return Optional.of(new Hit(start, end));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a group of digits and a colon stand before, so that something is under way already. */
  private static boolean followsGroup(String text, int start) {
    if (!isAt(text, start - 1, ":")) {
      return false;
    }
    int digits = start - 1;
    while (start - 1 - digits <= 4 && isHex(text, digits - 1)) {
      digits--;
    }
    return digits < start - 1 && start - 1 - digits <= 4 && !isWord(text, digits - 1);
  }

  private static boolean isAt(String text, int at, String chars) {
    return at >= 0 && at < text.length() && chars.indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static boolean isHex(String text, int at) {
    return at >= 0
        && at < text.length()
        && Character.digit(text.charAt(at), 16) >= 0
        && text.charAt(at) < 0x80;
  }

  private static boolean isWord(String text, int at) {
    return at >= 0
        && at < text.length()
        && text.charAt(at) < 0x80
        && Character.isLetterOrDigit(text.charAt(at))
        && !Detector.isEscape(text, at);
  }
}
