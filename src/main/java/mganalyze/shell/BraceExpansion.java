package mganalyze.shell;

import java.util.ArrayList;
import java.util.List;
import mganalyze.shell.WordPart.Text.Quoting;

/** Makes several words of {@code a{b,c}} and {@code {1..3}}; braces that list nothing stay. */
final class BraceExpansion {
  private static final int MAX_WORDS = 10_000;

  /** A character without quotes, or any other part. */
  private record Item(char bare, WordPart part) {
    boolean is(char c) {
      return part == null && bare == c;
    }
  }

  private BraceExpansion() {}

  static List<Word> expand(Word word) {
    if (word.raw().indexOf('{') < 0) {
      return List.of(word);
    }
    List<Item> items = new ArrayList<>();
    for (WordPart part : word.parts()) {
      if (part instanceof WordPart.Text text && text.quoting() == Quoting.BARE) {
        text.text().chars().forEach(c -> items.add(new Item((char) c, null)));
      } else {
        items.add(new Item('\0', part));
      }
    }
    List<List<Item>> expanded = expand(items);
    if (expanded.size() == 1) {
      return List.of(word);
    }
    List<Word> words = new ArrayList<>();
    for (List<Item> one : expanded) {
      List<WordPart> parts = parts(one);
      if (!parts.isEmpty()) {
        words.add(new Word(parts, word.raw()));
      }
    }
    return words;
  }

  private static List<WordPart> parts(List<Item> items) {
    List<WordPart> parts = new ArrayList<>();
    StringBuilder bare = new StringBuilder();
    for (Item item : items) {
      if (item.part() == null) {
        bare.append(item.bare());
        continue;
      }
      if (bare.length() > 0) {
        parts.add(new WordPart.Text(bare.toString(), Quoting.BARE));
        bare.setLength(0);
      }
      parts.add(item.part());
    }
    if (bare.length() > 0) {
      parts.add(new WordPart.Text(bare.toString(), Quoting.BARE));
    }
    return parts;
  }

  private static List<List<Item>> expand(List<Item> items) {
    for (int open = 0; open < items.size(); open++) {
      if (!items.get(open).is('{')) {
        continue;
      }
      int close = closing(items, open);
      if (close < 0) {
        continue;
      }
      List<List<Item>> choices = choices(items.subList(open + 1, close));
      if (!choices.isEmpty()) {
        List<List<Item>> tails = expand(items.subList(close + 1, items.size()));
        return combine(items.subList(0, open), choices, tails);
      }
    }
    return List.of(items);
  }

  private static int closing(List<Item> items, int open) {
    int depth = 0;
    for (int i = open; i < items.size(); i++) {
      depth += items.get(i).is('{') ? 1 : items.get(i).is('}') ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static List<List<Item>> combine(
      List<Item> head, List<List<Item>> choices, List<List<Item>> tails) {
    if ((long) choices.size() * tails.size() > MAX_WORDS) {
      throw new UnsupportedCommandException("{…} of more than " + MAX_WORDS + " words");
    }
    List<List<Item>> result = new ArrayList<>();
    for (List<Item> choice : choices) {
      for (List<Item> tail : tails) {
        List<Item> one = new ArrayList<>(head);
        one.addAll(choice);
        one.addAll(tail);
        result.add(one);
      }
    }
    return result;
  }

  /** What the braces list; empty if they list nothing. */
  private static List<List<Item>> choices(List<Item> body) {
    List<List<Item>> choices = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < body.size(); i++) {
      Item item = body.get(i);
      depth += item.is('{') ? 1 : item.is('}') ? -1 : 0;
      if (depth == 0 && item.is(',')) {
        choices.addAll(expand(body.subList(start, i)));
        start = i + 1;
      }
    }
    if (start == 0) {
      return range(body);
    }
    choices.addAll(expand(body.subList(start, body.size())));
    return choices;
  }

  /** {@code 1..9}, {@code 01..10..2}, {@code a..e}. */
  private static List<List<Item>> range(List<Item> body) {
    StringBuilder text = new StringBuilder();
    for (Item item : body) {
      text.append(item.part() == null ? item.bare() : '\0');
    }
    boolean isNumeric =
        text.toString().matches("-?[0-9]{1,9}\\.\\.-?[0-9]{1,9}(\\.\\.-?[0-9]{1,9})?");
    boolean isLetters = text.toString().matches("[a-zA-Z]\\.\\.[a-zA-Z](\\.\\.-?[0-9]{1,9})?");
    if (!isNumeric && !isLetters) {
      return List.of();
    }
    String[] ends = text.toString().split("\\.\\.");
    int from = isNumeric ? Integer.parseInt(ends[0]) : ends[0].charAt(0);
    int to = isNumeric ? Integer.parseInt(ends[1]) : ends[1].charAt(0);
    int step = Math.max(1, ends.length > 2 ? Math.abs(Integer.parseInt(ends[2])) : 1);
    boolean isPadded = isNumeric && (isPadded(ends[0]) || isPadded(ends[1]));
    int width = isPadded ? Math.max(ends[0].length(), ends[1].length()) : 0;
    if (Math.abs((long) to - from) / step > MAX_WORDS) {
      throw new UnsupportedCommandException("{" + text + "}");
    }
    List<List<Item>> values = new ArrayList<>();
    for (long i = from; from <= to ? i <= to : i >= to; i += from <= to ? step : -step) {
      values.add(items(isNumeric ? padded(i, width) : String.valueOf((char) i)));
    }
    return values;
  }

  private static boolean isPadded(String number) {
    return number.matches("-?0[0-9]+");
  }

  private static String padded(long number, int width) {
    String digits = Long.toString(Math.abs(number));
    int sign = number < 0 ? 1 : 0;
    return (number < 0 ? "-" : "")
        + "0".repeat(Math.max(0, width - sign - digits.length()))
        + digits;
  }

  private static List<Item> items(String text) {
    List<Item> items = new ArrayList<>();
    text.chars().forEach(c -> items.add(new Item((char) c, null)));
    return items;
  }
}
