package mganalyze.shell;

import java.util.function.IntPredicate;

/** The POSIX classes such as {@code [:alpha:]}, over ASCII. */
public final class CharacterClass {
  private final IntPredicate test;

  private CharacterClass(IntPredicate test) {
    this.test = test;
  }

  public boolean contains(int character) {
    return character < 0x80 && test.test(character);
  }

  /** Throws {@link UnsupportedCommandException} for a name that POSIX does not have. */
  public static CharacterClass named(String name) {
    return new CharacterClass(
        switch (name) {
          case "alpha" -> CharacterClass::isLetter;
          case "digit" -> CharacterClass::isDigit;
          case "alnum" -> c -> isLetter(c) || isDigit(c);
          case "upper" -> c -> c >= 'A' && c <= 'Z';
          case "lower" -> c -> c >= 'a' && c <= 'z';
          case "space" -> c -> c == ' ' || c >= '\t' && c <= '\r';
          case "blank" -> c -> c == ' ' || c == '\t';
          case "punct" -> c -> c > ' ' && c < 0x7F && !isLetter(c) && !isDigit(c);
          case "print" -> c -> c >= ' ' && c < 0x7F;
          case "graph" -> c -> c > ' ' && c < 0x7F;
          case "cntrl" -> c -> c < ' ' || c == 0x7F;
          case "xdigit" -> c -> isDigit(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
          default -> throw new UnsupportedCommandException("[:" + name + ":]");
        });
  }

  private static boolean isLetter(int c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
