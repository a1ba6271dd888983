package mganalyze.shell.sed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.regex.Regex;

/** Reads a sed script. */
final class SedParser {
  private static final String PLAIN = "=dDgGhHnNpPxz";
  private final SedText text;
  private final AddressParser addresses;
  private final List<Command> commands = new ArrayList<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private final Deque<Integer> blocks = new ArrayDeque<>();

  private SedParser(String text, boolean isExtended) {
    this.text = new SedText(text);
    this.addresses = new AddressParser(this.text, isExtended);
  }

  /** Throws {@link SedSyntaxException}. */
  static List<Command> parse(String text, boolean isExtended) {
    return new SedParser(text, isExtended).all();
  }

  private List<Command> all() {
    while (true) {
      text.skip(" \t\n;");
      if (text.atEnd()) {
        break;
      }
      if (text.peek() == '#') {
        text.restOfLine();
        continue;
      }
      command();
    }
    if (!blocks.isEmpty()) {
      throw text.wrong("unmatched `{'");
    }
    for (int i = 0; i < commands.size(); i++) {
      Command command = commands.get(i);
      if ("btT".indexOf(command.letter()) >= 0) {
        commands.set(i, command.withTarget(target(command.text())));
      }
    }
    return List.copyOf(commands);
  }

  private int target(String label) {
    if (label.isEmpty()) {
      return commands.size();
    }
    Integer target = labels.get(label);
    if (target == null) {
      throw text.wrong("can't find label for jump to `" + label + "'");
    }
    return target;
  }

  private void command() {
    Address from = addresses.address(false);
    Address to = null;
    if (from != null) {
      text.skip(" \t");
      if (text.peek() == ',') {
        text.next();
        text.skip(" \t");
        to = addresses.address(true);
        if (to == null) {
          throw text.wrong("unexpected `,'");
        }
      }
      boolean isZero = from instanceof Address.Line line && line.number() == 0;
      if (isZero && !(to instanceof Address.Matching)) {
        throw text.wrong("invalid usage of line address 0");
      }
    }
    text.skip(" \t");
    boolean isNegated = text.peek() == '!';
    while (text.peek() == '!') {
      text.next();
      text.skip(" \t");
    }
    if (text.atEnd()) {
      throw text.wrong("missing command");
    }
    Selector selector = new Selector(from, to, isNegated, commands.size());
    body(selector, text.next());
  }

  private void body(Selector selector, char letter) {
    if (PLAIN.indexOf(letter) >= 0) {
      add(selector, letter, "", 0);
      text.endOfCommand();
      return;
    }
    switch (letter) {
      case '{' -> {
        blocks.push(commands.size());
        add(selector, letter, "", 0);
      }
      case '}' -> closeBlock(selector);
      case 'q', 'Q' -> {
        if (selector.to() != null) {
          throw text.wrong("command only uses one address");
        }
        text.skip(" \t");
        add(selector, letter, "", (int) Math.max(0, text.number()));
        text.endOfCommand();
      }
      case 'a', 'i', 'c' -> add(selector, letter, text.insertedText(), 0);
      case ':' -> {
        text.skip(" \t");
        labels.put(text.label(" \t\n;"), commands.size());
      }
      case 'b', 't', 'T' -> {
        text.skip(" \t");
        add(selector, letter, text.label(" \t\n;}"), 0);
        text.endOfCommand();
      }
      case 's' -> substitution(selector);
      case 'y' -> translation(selector);
      case 'e', 'F', 'l', 'L', 'r', 'R', 'v', 'w', 'W' ->
          throw new UnsupportedCommandException("sed " + letter);
      default -> throw text.wrong("unknown command: `" + letter + "'");
    }
  }

  private void add(Selector selector, char letter, String argument, int number) {
    commands.add(new Command(selector, letter, argument, number, 0, null, Map.of()));
  }

  private void closeBlock(Selector selector) {
    if (blocks.isEmpty() || selector.from() != null) {
      throw text.wrong("unexpected `}'");
    }
    int open = blocks.pop();
    commands.set(open, commands.get(open).withTarget(commands.size()));
    text.endOfCommand();
  }

  private void substitution(Selector selector) {
    if (text.atEnd()) {
      throw text.wrong("unterminated `s' command");
    }
    char delimiter = text.next();
    String expression = text.delimited(delimiter, true);
    Replacement replacement = new Replacement(text.delimited(delimiter, false));
    int first = 1;
    boolean isGlobal = false;
    boolean prints = false;
    boolean ignoresCase = false;
    while (!text.atEnd() && " \t\n;}#".indexOf(text.peek()) < 0) {
      char flag = text.peek();
      if (flag >= '0' && flag <= '9') {
        first = (int) Math.min(text.number(), Integer.MAX_VALUE);
        if (first == 0) {
          throw text.wrong("number option to `s' command may not be zero");
        }
        continue;
      }
      text.next();
      switch (flag) {
        case 'g' -> isGlobal = true;
        case 'p' -> prints = true;
        case 'i', 'I' -> ignoresCase = true;
        case 'm', 'M', 'e', 'w' -> throw new UnsupportedCommandException("sed s///" + flag);
        default -> throw text.wrong("unknown option to `s'");
      }
    }
    Regex regex = addresses.regex(expression, ignoresCase);
    if (regex != null && replacement.highestGroup() > regex.groupCount()) {
      throw text.wrong(
          "invalid reference \\" + replacement.highestGroup() + " on `s' command's RHS");
    }
    Substitution substitution = new Substitution(regex, replacement, first, isGlobal, prints);
    commands.add(new Command(selector, 's', "", 0, 0, substitution, Map.of()));
    text.endOfCommand();
  }

  private void translation(Selector selector) {
    if (text.atEnd()) {
      throw text.wrong("unterminated `y' command");
    }
    char delimiter = text.next();
    int[] from = Replacement.characters(text.delimited(delimiter, false));
    int[] to = Replacement.characters(text.delimited(delimiter, false));
    if (from.length != to.length) {
      throw text.wrong("strings for `y' command are different lengths");
    }
    Map<Integer, Integer> translation = new HashMap<>();
    for (int i = 0; i < from.length; i++) {
      translation.putIfAbsent(from[i], to[i]);
    }
    commands.add(new Command(selector, 'y', "", 0, 0, null, Map.copyOf(translation)));
    text.endOfCommand();
  }
}
