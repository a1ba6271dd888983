package mganalyze.shell.sed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.regex.Regex;
import mganalyze.shell.regex.Syntax;

/** Reads a sed script. */
final class SedParser {
  private static final String PLAIN = "=dDgGhHnNpPxz";
  private final String text;
  private final Syntax syntax;
  private final List<Command> commands = new ArrayList<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private final Deque<Integer> blocks = new ArrayDeque<>();
  private int at;

  private SedParser(String text, boolean isExtended) {
    this.text = text;
    this.syntax = isExtended ? Syntax.SED_EXTENDED : Syntax.SED_BASIC;
  }

  /** Throws {@link SedSyntaxException}. */
  static List<Command> parse(String text, boolean isExtended) {
    return new SedParser(text, isExtended).all();
  }

  private List<Command> all() {
    while (true) {
      skip(" \t\n;");
      if (at >= text.length()) {
        break;
      }
      if (text.charAt(at) == '#') {
        restOfLine();
        continue;
      }
      command();
    }
    if (!blocks.isEmpty()) {
      throw new SedSyntaxException(0, "unmatched `{'");
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
      throw new SedSyntaxException(at, "can't find label for jump to `" + label + "'");
    }
    return target;
  }

  private void command() {
    Address from = address(false);
    Address to = null;
    if (from != null) {
      skip(" \t");
      if (peek() == ',') {
        at++;
        skip(" \t");
        to = address(true);
        if (to == null) {
          throw wrong("unexpected `,'");
        }
      }
      boolean isZero = from instanceof Address.Line line && line.number() == 0;
      if (isZero && !(to instanceof Address.Matching)) {
        throw wrong("invalid usage of line address 0");
      }
    }
    skip(" \t");
    boolean isNegated = peek() == '!';
    while (peek() == '!') {
      at++;
      skip(" \t");
    }
    if (at >= text.length()) {
      throw wrong("missing command");
    }
    Selector selector = new Selector(from, to, isNegated, commands.size());
    body(selector, text.charAt(at++));
  }

  private void body(Selector selector, char letter) {
    if (PLAIN.indexOf(letter) >= 0) {
      add(selector, letter, "", 0);
      endOfCommand();
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
          throw wrong("command only uses one address");
        }
        skip(" \t");
        add(selector, letter, "", (int) Math.max(0, number()));
        endOfCommand();
      }
      case 'a', 'i', 'c' -> add(selector, letter, insertedText(), 0);
      case ':' -> {
        skip(" \t");
        labels.put(label(" \t\n;"), commands.size());
      }
      case 'b', 't', 'T' -> {
        skip(" \t");
        add(selector, letter, label(" \t\n;}"), 0);
        endOfCommand();
      }
      case 's' -> substitution(selector);
      case 'y' -> translation(selector);
      case 'e', 'F', 'l', 'L', 'r', 'R', 'v', 'w', 'W' ->
          throw new UnsupportedCommandException("sed " + letter);
      default -> throw wrong("unknown command: `" + letter + "'");
    }
  }

  private void add(Selector selector, char letter, String argument, int number) {
    commands.add(new Command(selector, letter, argument, number, 0, null, Map.of()));
  }

  private void closeBlock(Selector selector) {
    if (blocks.isEmpty() || selector.from() != null) {
      throw wrong("unexpected `}'");
    }
    int open = blocks.pop();
    commands.set(open, commands.get(open).withTarget(commands.size()));
    endOfCommand();
  }

  private Address address(boolean isEnd) {
    char c = peek();
    if (c >= '0' && c <= '9') {
      long number = number();
      if (peek() == '~') {
        at++;
        return new Address.Step(number, Math.max(0, number()));
      }
      return new Address.Line(number);
    }
    if (c == '$') {
      at++;
      return new Address.Last();
    }
    if (isEnd && (c == '+' || c == '~')) {
      at++;
      return new Address.Distance(Math.max(0, number()), c == '~');
    }
    if (c == '/' || c == '\\') {
      at += c == '/' ? 1 : 2;
      if (at > text.length()) {
        throw wrong("unexpected end of address");
      }
      String expression = delimited(text.charAt(at - 1), true);
      boolean ignoresCase = false;
      while (peek() == 'I' || peek() == 'M') {
        if (peek() == 'M') {
          throw new UnsupportedCommandException("sed /…/M");
        }
        at++;
        ignoresCase = true;
      }
      return new Address.Matching(regex(expression, ignoresCase));
    }
    return null;
  }

  private Regex regex(String expression, boolean ignoresCase) {
    return expression.isEmpty() ? null : Regex.compile(expression, syntax, ignoresCase);
  }

  /** The text up to the delimiter, which is taken; escaped delimiters lose their backslash. */
  private String delimited(char delimiter, boolean isRegex) {
    if (delimiter == '\n' || delimiter == '\\') {
      throw wrong("delimiter character is not a single-byte character");
    }
    StringBuilder result = new StringBuilder();
    int bracket = -1;
    while (true) {
      if (at >= text.length()) {
        throw wrong("unterminated command or address");
      }
      char c = text.charAt(at++);
      if (c == delimiter && bracket < 0) {
        return result.toString();
      }
      if (c == '\\' && at < text.length() && bracket < 0) {
        char escaped = text.charAt(at++);
        boolean isPlain = escaped == delimiter && !(isRegex && keepsMeaning(escaped));
        result.append(isPlain ? "" : "\\").append(escaped);
        continue;
      }
      if (isRegex) {
        bracket = bracket(c, bracket, result.length());
      }
      result.append(c);
    }
  }

  // In s|a\|b|x| the bar is only a bar, but in s.a\.b.x. the point stays a plain point.
  private static boolean keepsMeaning(char delimiter) {
    return ".*[]^$+?(){}".indexOf(delimiter) >= 0;
  }

  /** Where an open bracket started, or -1; in brackets the delimiter does not end anything. */
  private int bracket(char c, int bracket, int length) {
    if (bracket < 0) {
      return c == '[' && text.indexOf(']', at) >= 0 ? length : -1;
    }
    boolean isFirst = length == bracket + 1 || length == bracket + 2 && text.charAt(at - 2) == '^';
    return c == ']' && !isFirst ? -1 : bracket;
  }

  private void substitution(Selector selector) {
    if (at >= text.length()) {
      throw wrong("unterminated `s' command");
    }
    char delimiter = text.charAt(at++);
    String expression = delimited(delimiter, true);
    Replacement replacement = new Replacement(delimited(delimiter, false));
    int first = 1;
    boolean isGlobal = false;
    boolean prints = false;
    boolean ignoresCase = false;
    while (at < text.length() && " \t\n;}#".indexOf(text.charAt(at)) < 0) {
      char flag = text.charAt(at);
      if (flag >= '0' && flag <= '9') {
        first = (int) Math.min(number(), Integer.MAX_VALUE);
        if (first == 0) {
          throw wrong("number option to `s' command may not be zero");
        }
        continue;
      }
      at++;
      switch (flag) {
        case 'g' -> isGlobal = true;
        case 'p' -> prints = true;
        case 'i', 'I' -> ignoresCase = true;
        case 'm', 'M', 'e', 'w' -> throw new UnsupportedCommandException("sed s///" + flag);
        default -> throw wrong("unknown option to `s'");
      }
    }
    Regex regex = regex(expression, ignoresCase);
    if (regex != null && replacement.highestGroup() > regex.groupCount()) {
      throw wrong("invalid reference \\" + replacement.highestGroup() + " on `s' command's RHS");
    }
    Substitution substitution = new Substitution(regex, replacement, first, isGlobal, prints);
    commands.add(new Command(selector, 's', "", 0, 0, substitution, Map.of()));
    endOfCommand();
  }

  private void translation(Selector selector) {
    if (at >= text.length()) {
      throw wrong("unterminated `y' command");
    }
    char delimiter = text.charAt(at++);
    int[] from = characters(delimited(delimiter, false));
    int[] to = characters(delimited(delimiter, false));
    if (from.length != to.length) {
      throw wrong("strings for `y' command are different lengths");
    }
    Map<Integer, Integer> translation = new HashMap<>();
    for (int i = 0; i < from.length; i++) {
      translation.putIfAbsent(from[i], to[i]);
    }
    commands.add(new Command(selector, 'y', "", 0, 0, null, Map.copyOf(translation)));
    endOfCommand();
  }

  private static int[] characters(String escaped) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '\\' && i + 1 < escaped.length()) {
        char next = escaped.charAt(++i);
        int control = "ntr".indexOf(next);
        plain.append(control >= 0 ? "\n\t\r".charAt(control) : next);
      } else {
        plain.append(c);
      }
    }
    return plain.codePoints().toArray();
  }

  /** The text of {@code a}, {@code i} and {@code c}, which ends with the line. */
  private String insertedText() {
    skip(" \t");
    if (peek() == '\\') {
      at++;
      int start = at;
      skip(" \t");
      if (peek() == '\n') {
        at++;
      } else {
        at = start;
      }
    }
    if (at >= text.length()) {
      throw wrong("expected \\ after `a', `c' or `i'");
    }
    StringBuilder inserted = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '\n') {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        c = text.charAt(at++);
      } else if (c == '\\') {
        break;
      }
      inserted.append(c);
    }
    return inserted.append('\n').toString();
  }

  private String label(String ends) {
    int start = at;
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private long number() {
    int start = at;
    long value = 0;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      value = Math.min(value * 10 + text.charAt(at++) - '0', Long.MAX_VALUE / 100);
    }
    return at == start ? -1 : value;
  }

  private void endOfCommand() {
    skip(" \t");
    if (at >= text.length() || text.charAt(at) == '}' || text.charAt(at) == '#') {
      return;
    }
    if (text.charAt(at) != ';' && text.charAt(at) != '\n') {
      throw wrong("extra characters after command");
    }
    at++;
  }

  private void restOfLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void skip(String characters) {
    while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private SedSyntaxException wrong(String problem) {
    return new SedSyntaxException(at, problem);
  }
}
