package mganalyze.shell.filter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import mganalyze.shell.Bytes;
import mganalyze.shell.CharacterClass;
import mganalyze.shell.Invocation;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.Utf8;

/** {@code tr}: translates, deletes and squeezes bytes. */
final class Tr extends Filter<Tr.Settings> {
  /**
   * @param deleted bytes to drop
   * @param map what each byte becomes
   * @param squeezed bytes of which a run becomes one
   */
  record Settings(boolean[] deleted, int[] map, boolean[] squeezed) {}

  @Override
  Settings parse(String name, List<String> arguments) {
    Options.Parsed parsed =
        new Options(name, "cCdst", "")
            .stopsAtOperand()
            .longName("complement", 'c')
            .longName("delete", 'd')
            .longName("squeeze-repeats", 's')
            .longName("truncate-set1", 't')
            .parse(arguments);
    boolean isComplement = false;
    boolean deletes = false;
    boolean squeezes = false;
    for (Options.Option option : parsed.options()) {
      switch (option.letter()) {
        case 'd' -> deletes = true;
        case 's' -> squeezes = true;
        case 't' -> throw new UnsupportedCommandException("tr -t");
        default -> isComplement = true;
      }
    }
    List<String> sets = parsed.operands();
    int most = deletes && !squeezes ? 1 : 2;
    int least = deletes == squeezes ? 2 : 1;
    if (sets.size() < least) {
      throw new UsageException(1, "missing operand");
    }
    if (sets.size() > most) {
      throw new UsageException(1, "extra operand ‘" + sets.get(most) + "’");
    }
    return settings(sets, isComplement, deletes, squeezes);
  }

  private static Settings settings(
      List<String> sets, boolean isComplement, boolean deletes, boolean squeezes) {
    List<Integer> first = new ByteSet(sets.get(0), -1).bytes();
    if (isComplement) {
      List<Integer> given = first;
      first = new ArrayList<>();
      for (int b = 0; b < 256; b++) {
        if (!given.contains(b)) {
          first.add(b);
        }
      }
    }
    boolean translates = !deletes && sets.size() == 2;
    List<Integer> second =
        sets.size() == 2 ? new ByteSet(sets.get(1), first.size()).bytes() : List.of();
    int[] map = new int[256];
    for (int b = 0; b < 256; b++) {
      map[b] = b;
    }
    if (translates) {
      if (second.isEmpty()) {
        throw new UsageException(1, "when not truncating set1, string2 must be non-empty");
      }
      for (int i = 0; i < first.size(); i++) {
        map[first.get(i)] = second.get(Math.min(i, second.size() - 1));
      }
    }
    List<Integer> squeezed = !squeezes ? List.of() : sets.size() == 2 ? second : first;
    return new Settings(flags(deletes ? first : List.of()), map, flags(squeezed));
  }

  private static boolean[] flags(List<Integer> bytes) {
    boolean[] flags = new boolean[256];
    bytes.forEach(b -> flags[b] = true);
    return flags;
  }

  @Override
  int run(Settings settings, Invocation call) throws IOException {
    Bytes input = call.input();
    byte[] result = new byte[input.length()];
    int size = 0;
    int last = -1;
    for (int i = input.start(); i < input.end(); i++) {
      int b = input.array()[i] & 0xFF;
      if (settings.deleted()[b]) {
        continue;
      }
      int mapped = settings.map()[b];
      if (mapped != last || !settings.squeezed()[mapped]) {
        result[size++] = (byte) mapped;
      }
      last = mapped;
    }
    call.out().write(result, 0, size);
    return 0;
  }

  /** Reads a set such as {@code a-z[:digit:]\n}. */
  private static final class ByteSet {
    private final byte[] text;
    private final int wantedSize;
    private final List<Integer> bytes = new ArrayList<>();
    private int at;

    /**
     * @param wantedSize how long {@code [x*]} makes the set; -1 for the first set
     */
    ByteSet(String text, int wantedSize) {
      this.text = Utf8.encode(text);
      this.wantedSize = wantedSize;
    }

    List<Integer> bytes() {
      while (at < text.length) {
        next();
      }
      return bytes;
    }

    private void next() {
      String rest = new String(text, at, text.length - at, StandardCharsets.ISO_8859_1);
      int close = rest.indexOf(":]");
      if (rest.startsWith("[:") && close > 0) {
        CharacterClass named = CharacterClass.named(rest.substring(2, close));
        for (int b = 0; b < 128; b++) {
          if (named.contains(b)) {
            bytes.add(b);
          }
        }
        at += close + 2;
        return;
      }
      if (rest.startsWith("[=")) {
        throw new UnsupportedCommandException("tr [= =]");
      }
      if (rest.matches("(?s)\\[[^\\\\]\\*[0-9]*\\].*")) {
        repeat(rest);
        return;
      }
      int low = one();
      boolean isRange = at + 1 < text.length && text[at] == '-';
      if (!isRange) {
        bytes.add(low);
        return;
      }
      at++;
      int high = one();
      if (high < low) {
        throw new UsageException(1, "range-endpoints are in reverse collating sequence order");
      }
      for (int b = low; b <= high; b++) {
        bytes.add(b);
      }
    }

    private void repeat(String rest) {
      int close = rest.indexOf(']', 3);
      String digits = rest.substring(3, close);
      int count = digits.isEmpty() ? 0 : Integer.parseInt(digits, digits.startsWith("0") ? 8 : 10);
      int size = count == 0 ? Math.max(0, wantedSize - bytes.size()) : Math.min(count, 1 << 16);
      for (int i = 0; i < size; i++) {
        bytes.add((int) rest.charAt(1));
      }
      at += close + 1;
    }

    private int one() {
      int b = text[at++] & 0xFF;
      if (b != '\\' || at == text.length) {
        return b;
      }
      int escaped = text[at++] & 0xFF;
      int control = "abfnrtv\\".indexOf(escaped);
      if (control >= 0) {
        return "\007\b\f\n\r\t\013\\".charAt(control);
      }
      int value = escaped - '0';
      if (value < 0 || value > 7) {
        return escaped;
      }
      for (int i = 0; i < 2 && at < text.length && text[at] >= '0' && text[at] <= '7'; i++) {
        value = value * 8 + text[at++] - '0';
      }
      return value & 0xFF;
    }
  }
}
