package mganalyze.report;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import mganalyze.finding.Nullable;

/**
 * Spells what a terminal might obey, or a person cannot see, as {@code \\uXXXX}, so that a report
 * can be looked at with {@code cat}.
 */
final class InvisibleEscapes extends CharacterEscapes {
  private final int[] ascii = standardAsciiEscapesForJSON();

  InvisibleEscapes() {
    ascii[0x7F] = ESCAPE_STANDARD;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ascii;
  }

  /** The escape for a char beyond ASCII; null where the char may stand as it is. */
  @Override
  public @Nullable SerializableString getEscapeSequence(int c) {
    return c < 0x10000 && VisibleText.isInvisible((char) c)
        ? new SerializedString("\\u" + Integer.toHexString(0x10000 | c).substring(1))
        : null;
  }
}
