package mganalyze.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 that loses nothing: a byte that is no UTF-8 becomes one lone surrogate U+DC80..U+DCFF and
 * turns into the same byte again on the way out. Logs are cut anywhere and hold what containers
 * print.
 */
public final class Utf8 {
  private static final char FIRST_STRAY = '\uDC80';
  private static final char LAST_STRAY = '\uDCFF';
  private static final int STRAY_OFFSET = 0xDC00;

  private Utf8() {}

  public static String decode(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && bytes[at] >= 0) {
      at++;
    }
    if (at == end) {
      return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
    StringBuilder text = new StringBuilder(end - start);
    text.append(new String(bytes, start, at - start, StandardCharsets.ISO_8859_1));
    while (at < end) {
      byte b = bytes[at];
      if (b >= 0) {
        text.append((char) b);
        at++;
        continue;
      }
      int length = sequenceLength(bytes, at, end);
      if (length == 0) {
        text.append((char) (STRAY_OFFSET + (b & 0xFF)));
        at++;
      } else {
        text.appendCodePoint(codePoint(bytes, at, length));
        at += length;
      }
    }
    return text.toString();
  }

  /** How many bytes the character at {@code at} has; 0 where no well-formed one starts. */
  public static int sequenceLength(byte[] bytes, int at, int end) {
    int lead = bytes[at] & 0xFF;
    int length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (lead > 0xF4 || at + length > end) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int second = length > 1 ? bytes[at + 1] & 0xFF : 0;
    boolean isOverlongOrSurrogateOrTooLarge =
        lead == 0xE0 && second < 0xA0
            || lead == 0xED && second > 0x9F
            || lead == 0xF0 && second < 0x90
            || lead == 0xF4 && second > 0x8F;
    return isOverlongOrSurrogateOrTooLarge ? 0 : length;
  }

  private static int codePoint(byte[] bytes, int at, int length) {
    int value = bytes[at] & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07);
    for (int i = 1; i < length; i++) {
      value = value << 6 | bytes[at + i] & 0x3F;
    }
    return value;
  }

  public static byte[] encode(String text) {
    boolean hasStray = false;
    boolean isAscii = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      isAscii &= c < 0x80;
      hasStray |= isStray(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
    if (isAscii) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
    return hasStray ? encodeWithStrays(text) : text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] encodeWithStrays(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (codePoint < 0x80) {
        bytes.write(codePoint);
      } else if (codePoint >= FIRST_STRAY && codePoint <= LAST_STRAY) {
        bytes.write(codePoint - STRAY_OFFSET);
      } else {
        bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
      }
      at += Character.charCount(codePoint);
    }
    return bytes.toByteArray();
  }

  /** Whether the character stands for a byte that is no UTF-8. */
  public static boolean isStray(int character) {
    return character >= FIRST_STRAY && character <= LAST_STRAY;
  }

  public static void write(OutputStream out, String text) throws IOException {
    out.write(encode(text));
  }
}
