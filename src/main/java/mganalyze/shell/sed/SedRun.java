package mganalyze.shell.sed;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mganalyze.shell.Invocation;
import mganalyze.shell.LimitExceededException;
import mganalyze.shell.regex.PatternException;
import mganalyze.shell.regex.Regex;

/** One run of a script over its input. */
final class SedRun {
  private final List<Command> commands;
  private final boolean isQuiet;
  private final Invocation call;
  private final SedInput input;
  private final SedOutput output;
  private final Map<Integer, Long> rangeEnds = new HashMap<>();
  private String text = "";
  private String hold = "";
  private boolean hasNewline = true;
  private boolean holdHasNewline = true;
  private boolean hasSubstituted;
  private boolean keepsText;
  private Regex lastRegex;
  private int status;

  SedRun(List<Command> commands, boolean isQuiet, Invocation call) {
    this.commands = commands;
    this.isQuiet = isQuiet;
    this.call = call;
    this.input = new SedInput(call.input());
    this.output = new SedOutput(call.out());
  }

  int run() throws IOException {
    while (keepsText || readLine()) {
      keepsText = false;
      if (!cycle()) {
        break;
      }
    }
    return status;
  }

  private boolean readLine() {
    if (input.isAtEnd()) {
      return false;
    }
    text = input.next();
    hasNewline = input.hasNewline();
    hasSubstituted = false;
    return true;
  }

  /** Runs the script once; false when it is to end. */
  private boolean cycle() throws IOException {
    int position = 0;
    while (position < commands.size()) {
      step();
      Command command = commands.get(position);
      boolean isSelected = command.selector().selects(this);
      if (command.letter() == '{') {
        position = isSelected ? position + 1 : command.target();
        continue;
      }
      position++;
      if (!isSelected) {
        continue;
      }
      switch (command.letter()) {
        case 'b' -> position = command.target();
        case 't', 'T' -> {
          boolean jumps = hasSubstituted == (command.letter() == 't');
          hasSubstituted = false;
          position = jumps ? command.target() : position;
        }
        case 'd' -> {
          return endCycle(false);
        }
        case 'D' -> {
          return deleteFirstLine();
        }
        case 'c' -> {
          if (command.selector().isAtEnd(this)) {
            output.write(command.text());
          }
          return endCycle(false);
        }
        case 'q', 'Q' -> {
          status = command.number();
          endCycle(command.letter() == 'q');
          output.write(""); // GNU's ends the output with a newline here, if the input ends or not
          return false;
        }
        case 'n', 'N' -> {
          if (!next(command.letter() == 'N')) {
            return false;
          }
        }
        default -> change(command);
      }
    }
    return endCycle(true);
  }

  private boolean endCycle(boolean prints) throws IOException {
    if (prints && !isQuiet) {
      printText();
    }
    output.flushAppended();
    return true;
  }

  private boolean deleteFirstLine() throws IOException {
    int newline = text.indexOf('\n');
    if (newline >= 0) {
      text = text.substring(newline + 1);
      keepsText = true;
    }
    return endCycle(false);
  }

  /** {@code n} and {@code N}; false when there is no further line. */
  private boolean next(boolean joins) throws IOException {
    if (input.isAtEnd()) {
      endCycle(true); // GNU's prints the text even for N
      return false;
    }
    if (!joins && !isQuiet) {
      printText();
    }
    output.flushAppended();
    String line = input.next();
    hasNewline = input.hasNewline();
    text = joins ? limited(text + "\n" + line) : line;
    return true;
  }

  private void change(Command command) throws IOException {
    switch (command.letter()) {
      case 's' -> substitute(command.substitution());
      case 'y' -> translate(command.translation());
      case 'p' -> printText();
      case 'P' -> {
        int newline = text.indexOf('\n');
        output.write((newline < 0 ? text : text.substring(0, newline)) + "\n");
      }
      case '=' -> output.write(lineNumber() + "\n");
      case 'a' -> output.append(command.text());
      case 'i' -> output.write(command.text());
      case 'h', 'H', 'g', 'G', 'x' -> hold(command.letter());
      case 'z' -> text = "";
      default -> throw new IllegalStateException(String.valueOf(command.letter()));
    }
  }

  /** Whether a newline ends a text goes with it, so that the last line may lack it. */
  private void hold(char letter) {
    switch (letter) {
      case 'h', 'H' -> {
        hold = letter == 'h' ? text : limited(hold + "\n" + text);
        holdHasNewline = hasNewline;
      }
      case 'g', 'G' -> {
        text = letter == 'g' ? hold : limited(text + "\n" + hold);
        hasNewline = holdHasNewline;
      }
      default -> {
        String held = hold;
        boolean heldHasNewline = holdHasNewline;
        hold = text;
        holdHasNewline = hasNewline;
        text = held;
        hasNewline = heldHasNewline;
      }
    }
  }

  private String limited(String value) {
    if (value.length() > textLimit()) {
      throw new LimitExceededException("stopped: sed text of " + value.length() + " characters");
    }
    return value;
  }

  private void substitute(Substitution substitution) throws IOException {
    String changed = substitution.apply(text, this);
    if (changed == null) {
      return;
    }
    text = limited(changed);
    hasSubstituted = true;
    if (substitution.prints()) {
      printText();
    }
  }

  private void translate(Map<Integer, Integer> translation) {
    StringBuilder result = new StringBuilder();
    text.codePoints().forEach(c -> result.appendCodePoint(translation.getOrDefault(c, c)));
    text = result.toString();
  }

  private void printText() throws IOException {
    output.print(text, hasNewline);
  }

  long lineNumber() {
    return input.lineNumber();
  }

  boolean isLastLine() {
    return input.isAtEnd();
  }

  String text() {
    return text;
  }

  int textLimit() {
    return call.outputLimit();
  }

  void step() {
    call.budget().step();
  }

  /** The expression, or for null the one that was used last. */
  Regex regex(Regex given) {
    lastRegex = given == null ? lastRegex : given;
    if (lastRegex == null) {
      throw new PatternException("no previous regular expression");
    }
    return lastRegex;
  }

  /** The line at which the range of a command ends, unknown so far, or null outside a range. */
  Long rangeEnd(int command) {
    return rangeEnds.get(command);
  }

  void rangeEnd(int command, Long line) {
    if (line == null) {
      rangeEnds.remove(command);
    } else {
      rangeEnds.put(command, line);
    }
  }
}
