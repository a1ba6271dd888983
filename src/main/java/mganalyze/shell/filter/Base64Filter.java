package mganalyze.shell.filter;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import mganalyze.shell.Bytes;
import mganalyze.shell.Invocation;

/** {@code base64}, there and back. */
final class Base64Filter extends Filter<Base64Filter.Settings> {
  /**
   * @param width characters per line; 0 for one line
   */
  record Settings(boolean decodes, boolean ignoresGarbage, int width) {}

  @Override
  Settings parse(String name, List<String> arguments) {
    Options.Parsed parsed =
        new Options(name, "dDi", "w")
            .longName("decode", 'd')
            .longName("ignore-garbage", 'i')
            .longName("wrap", 'w')
            .parse(arguments);
    Options.refuseFiles(name, parsed.operands());
    boolean decodes = false;
    boolean ignoresGarbage = false;
    int width = 76;
    for (Options.Option option : parsed.options()) {
      switch (option.letter()) {
        case 'w' -> width = width(option.value());
        case 'i' -> ignoresGarbage = true;
        default -> decodes = true;
      }
    }
    return new Settings(decodes, ignoresGarbage, width);
  }

  private static int width(String value) {
    if (!value.matches("[0-9]{1,7}")) {
      throw new UsageException(1, "invalid wrap size: ‘" + value + "’");
    }
    return Integer.parseInt(value);
  }

  @Override
  int run(Settings settings, Invocation call) throws IOException {
    return settings.decodes() ? decode(settings, call) : encode(settings, call);
  }

  private static int encode(Settings settings, Invocation call) throws IOException {
    byte[] encoded = Base64.getEncoder().encode(call.input().toByteArray());
    int width = settings.width() == 0 ? Math.max(1, encoded.length) : settings.width();
    for (int at = 0; at < encoded.length; at += width) {
      call.out().write(encoded, at, Math.min(width, encoded.length - at));
      if (settings.width() > 0) {
        call.out().write('\n');
      }
    }
    return 0;
  }

  /** Prints what could be decoded before the first fault, as GNU's does. */
  private static int decode(Settings settings, Invocation call) throws IOException {
    Bytes input = call.input();
    int bits = 0;
    int count = 0;
    int padding = 0;
    boolean isBroken = false;
    for (int i = input.start(); i < input.end() && !isBroken; i++) {
      int c = input.array()[i];
      int value = value(c);
      if (c == '\n' || settings.ignoresGarbage() && value < 0 && c != '=') {
        continue;
      }
      if (c == '=' && (count == 2 || count == 3)) {
        padding++;
        if (count + padding == 4) {
          write(bits << 6 * padding, 3 - padding, call);
          bits = 0;
          count = 0;
          padding = 0;
        }
        continue;
      }
      isBroken = value < 0 || padding > 0;
      if (!isBroken) {
        bits = bits << 6 | value;
        if (++count == 4) {
          write(bits, 3, call);
          bits = 0;
          count = 0;
        }
      }
    }
    if (count > 1) {
      write(bits << 6 * (4 - count), count - 1, call);
    }
    if (isBroken || count != 0) {
      call.complain("base64: invalid input");
      return 1;
    }
    return 0;
  }

  private static void write(int bits, int bytes, Invocation call) throws IOException {
    for (int i = 0; i < bytes; i++) {
      call.out().write(bits >> 16 - 8 * i & 0xFF);
    }
  }

  private static int value(int c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == '+' ? 62 : c == '/' ? 63 : -1;
  }
}
