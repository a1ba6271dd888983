package mganalyze.runbook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Placeholders in a command: {@code <pod>}, {@code <storage class>}, and whole quoted texts such as
 * {@code '<value of label namespace from alert>'}. Redirections, here-documents and what {@code oc}
 * itself prints in angle brackets are none.
 */
public final class PlaceholderText {
  private static final int LONGEST = 100;

  private PlaceholderText() {}

  /** Where one stands: from its opening up to, but not with, the character behind its end. */
  private record Found(int start, int end) {}

  /** Their names, each once, in the order of the text. */
  public static List<String> names(String command) {
    LinkedHashSet<String> names = new LinkedHashSet<>();
    for (Found found : find(command)) {
      names.add(command.substring(found.start() + 1, found.end() - 1));
    }
    return List.copyOf(names);
  }

  /** Puts values for the placeholders that have one. */
  public static String fill(String command, Map<String, String> values) {
    return replace(command, name -> values.getOrDefault(name, "<" + name + ">"));
  }

  /** The command with a plain word for each placeholder, so that it can be parsed. */
  public static String neutral(String command) {
    return replace(command, name -> name.replaceAll("[^A-Za-z0-9]", "-"));
  }

  private static String replace(String command, Function<String, String> value) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Found found : find(command)) {
      text.append(command, from, found.start());
      text.append(value.apply(command.substring(found.start() + 1, found.end() - 1)));
      from = found.end();
    }
    return text.append(command, from, command.length()).toString();
  }

  private static List<Found> find(String command) {
    List<Found> all = new ArrayList<>();
    int open = command.indexOf('<');
    while (open >= 0) {
      int close = command.indexOf('>', open);
      boolean isFound = close > 0 && close - open < LONGEST && isOne(command, open, close);
      if (isFound) {
        all.add(new Found(open, close + 1));
      }
      open = command.indexOf('<', isFound ? close : open + 1);
    }
    return all;
  }

  private static boolean isOne(String command, int open, int close) {
    String name = command.substring(open + 1, close);
    boolean isHereDocument = open > 0 && command.charAt(open - 1) == '<';
    if (isHereDocument || name.isBlank() || name.indexOf('<') >= 0 || name.indexOf('\n') >= 0) {
      return false;
    }
    if (isPrinted(name)) {
      return false;
    }
    return isWord(name) || isQuoted(command, open, close);
  }

  private static boolean isWord(String name) {
    return Character.isLetter(name.charAt(0))
        && Character.isLetterOrDigit(name.charAt(name.length() - 1))
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_ ".indexOf(c) >= 0);
  }

  private static boolean isQuoted(String command, int open, int close) {
    if (open == 0 || close + 1 >= command.length()) {
      return false;
    }
    char before = command.charAt(open - 1);
    boolean isText =
        Character.isLetter(command.charAt(open + 1)) || command.charAt(open + 1) == '"';
    return (before == '\'' || before == '"') && command.charAt(close + 1) == before && isText;
  }

  private static boolean isPrinted(String name) {
    return switch (name) {
      case "none", "pending", "unknown", "nil", "invalid", "unset", "no value", "error" -> true;
      default -> false;
    };
  }
}
