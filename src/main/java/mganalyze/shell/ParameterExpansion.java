package mganalyze.shell;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * {@code $X} and {@code ${X…}}.
 *
 * @param operator what follows the name in braces: {@code :-}, {@code %%}, …; empty for none,
 *     {@code length} for <code>${#X}</code>
 * @param operand the word behind the operator
 */
record ParameterExpansion(String name, String operator, Word operand, Word replacement)
    implements WordPart {
  ParameterExpansion(String name) {
    this(name, "", Word.EMPTY, Word.EMPTY);
  }

  boolean isAllParameters() {
    return name.equals("@") && operator.isEmpty();
  }

  @Override
  public void expand(Interpreter shell, Streams streams, boolean quoted, List<Piece> pieces)
      throws IOException {
    String value = value(shell);
    boolean isMissing = operator.startsWith(":") ? value == null || value.isEmpty() : value == null;
    switch (operator.startsWith(":") ? operator.substring(1) : operator) {
      case "-" -> {
        if (isMissing) {
          operand(shell, streams, quoted, pieces);
          return;
        }
      }
      case "+" -> {
        if (!isMissing) {
          operand(shell, streams, quoted, pieces);
        }
        return;
      }
      case "=" -> {
        if (isMissing) {
          value = operand.single(shell, streams);
          shell.state().variables().put(name, value);
        }
      }
      case "?" -> {
        if (isMissing) {
          String words = operand.single(shell, streams);
          String reason = words.isEmpty() ? "parameter null or not set" : words;
          throw new ExpansionException(name + ": " + reason, 127);
        }
      }
      default -> {
        if (value == null && shell.state().refusesUnset() && !isSpecial()) {
          throw new ExpansionException(name + ": unbound variable", 127);
        }
        value = change(value == null ? "" : value, shell, streams);
      }
    }
    if (value != null && (quoted || !value.isEmpty())) {
      pieces.add(new Piece(value, quoted ? Piece.Origin.QUOTED : Piece.Origin.EXPANDED));
    } else if (quoted) {
      pieces.add(new Piece("", Piece.Origin.QUOTED));
    }
  }

  private void operand(Interpreter shell, Streams streams, boolean quoted, List<Piece> pieces)
      throws IOException {
    if (quoted && operand.parts().isEmpty()) {
      pieces.add(new Piece("", Piece.Origin.QUOTED));
    }
    for (WordPart part : operand.parts()) {
      if (!quoted && part instanceof Text text && text.quoting() == Text.Quoting.BARE) {
        pieces.add(new Piece(text.text(), Piece.Origin.EXPANDED)); // ${X:-a b} gives two words
      } else {
        part.expand(shell, streams, quoted, pieces);
      }
    }
  }

  private boolean isSpecial() {
    return !Character.isLetter(name.charAt(0)) && name.charAt(0) != '_';
  }

  private String value(Interpreter shell) {
    return switch (name) {
      case "?" -> Integer.toString(shell.state().lastStatus());
      case "#" -> "0";
      case "@", "*", "!" -> null;
      case "0" -> "bash";
      default -> shell.state().variables().get(name);
    };
  }

  private String change(String value, Interpreter shell, Streams streams) throws IOException {
    return switch (operator) {
      case "" -> value;
      case "length" -> Integer.toString(value.codePointCount(0, value.length()));
      case "#" -> withoutPrefix(value, operand.pattern(shell, streams), false);
      case "##" -> withoutPrefix(value, operand.pattern(shell, streams), true);
      case "%" -> withoutSuffix(value, operand.pattern(shell, streams), false);
      case "%%" -> withoutSuffix(value, operand.pattern(shell, streams), true);
      case "/", "//" ->
          replace(
              value, operand.pattern(shell, streams), replacement.single(shell, streams), shell);
      case "^^" -> value.toUpperCase(Locale.ROOT);
      case ",," -> value.toLowerCase(Locale.ROOT);
      case "substring" -> substring(value, shell, streams);
      default -> throw new IllegalStateException(operator);
    };
  }

  private static String withoutPrefix(String value, Glob pattern, boolean longest) {
    for (int i = 0; i <= value.length(); i++) {
      int length = longest ? value.length() - i : i;
      if (pattern.matches(value, 0, length)) {
        return value.substring(length);
      }
    }
    return value;
  }

  private static String withoutSuffix(String value, Glob pattern, boolean longest) {
    for (int i = 0; i <= value.length(); i++) {
      int start = longest ? i : value.length() - i;
      if (pattern.matches(value, start, value.length())) {
        return value.substring(0, start);
      }
    }
    return value;
  }

  private String replace(String value, Glob pattern, String with, Interpreter shell) {
    StringBuilder result = new StringBuilder();
    int at = 0;
    while (at < value.length()) {
      int end = value.length();
      while (end > at && !pattern.matches(value, at, end)) {
        shell.budget().step();
        end--;
      }
      if (end == at) {
        result.append(value.charAt(at++));
        continue;
      }
      result.append(with);
      at = end;
      if (operator.equals("/")) {
        break;
      }
    }
    return result.append(value, at, value.length()).toString();
  }

  private String substring(String value, Interpreter shell, Streams streams) throws IOException {
    long offset = Arithmetic.evaluate(operand.single(shell, streams), shell.state());
    long start = offset < 0 ? value.length() + offset : offset;
    if (start < 0 || start > value.length()) {
      return "";
    }
    String length = replacement.single(shell, streams);
    if (length.isBlank()) {
      return value.substring((int) start);
    }
    long count = Arithmetic.evaluate(length, shell.state());
    long end = count < 0 ? value.length() + count : Math.min(value.length(), start + count);
    if (end < start) {
      throw new ExpansionException(length + ": substring expression < 0", 1);
    }
    return value.substring((int) start, (int) end);
  }
}
