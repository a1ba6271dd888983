package mganalyze.shell.filter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import mganalyze.shell.Bytes;
import mganalyze.shell.Invocation;
import mganalyze.shell.Utf8;

/** One search of {@code grep} through its input. */
final class GrepRun {
  private static final String NAME = "(standard input)";
  private final GrepSettings settings;
  private final Bytes input;
  private final byte[] array;
  private final OutputStream out;
  private final Invocation call;
  private final LinePattern pattern;
  private final boolean printsLines;
  private long selected;
  private long lineNumber = 1;
  private int numberedUpTo;
  private int printedUpTo;
  private int afterLeft;
  private boolean hasPrinted;

  GrepRun(GrepSettings settings, Invocation call) {
    this.settings = settings;
    this.call = call;
    this.input = call.input();
    this.array = input.array();
    this.out = call.out();
    this.pattern = new LinePattern(settings, input, call.budget());
    this.numberedUpTo = input.start();
    this.printedUpTo = input.start();
    this.printsLines =
        !settings.isQuiet() && settings.output().compareTo(GrepSettings.Output.ONLY_MATCHES) <= 0;
  }

  int run() throws IOException {
    search();
    if (!settings.isQuiet()) {
      printSummary();
    }
    return selected > 0 ? 0 : 1;
  }

  private void search() throws IOException {
    int at = input.start();
    while (at < input.end() && !isDone()) {
      int candidate = pattern.candidate(at);
      int lineStart = candidate < 0 ? input.end() : lineStart(candidate, at);
      passOver(at, lineStart);
      if (lineStart >= input.end() || isDone()) {
        break;
      }
      call.budget().step();
      int lineEnd = input.find((byte) '\n', lineStart);
      line(lineStart, lineEnd, pattern.matches(lineStart, lineEnd));
      at = lineEnd + 1;
    }
    if (afterLeft > 0 && isFull()) {
      printContext(printedUpTo);
    }
  }

  private boolean isFull() {
    return settings.maxCount() >= 0 && selected >= settings.maxCount();
  }

  private boolean isDone() {
    boolean oneIsEnough = !printsLines && settings.output() != GrepSettings.Output.COUNT;
    return isFull() || selected > 0 && (settings.isQuiet() || oneIsEnough);
  }

  private int lineStart(int position, int from) {
    int at = position;
    while (at > from && array[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  /** Lines that do not match. */
  private void passOver(int from, int to) throws IOException {
    int at = from;
    while (at < to && !isDone() && (settings.isInverted() || afterLeft > 0)) {
      int end = input.find((byte) '\n', at);
      line(at, end, false);
      at = end + 1;
    }
  }

  private void line(int start, int end, boolean matches) throws IOException {
    if (matches != settings.isInverted()) {
      selected++;
      if (printsLines) {
        select(start, end);
      }
    } else if (afterLeft > 0 && printsLines) {
      afterLeft--;
      print(start, end, '-');
    }
  }

  private void select(int start, int end) throws IOException {
    int contextStart = start;
    for (int i = 0; i < settings.before() && contextStart > printedUpTo; i++) {
      contextStart = lineStart(contextStart - 1, printedUpTo);
    }
    boolean hasContext = settings.before() > 0 || settings.after() > 0;
    if (hasContext && hasPrinted && contextStart > printedUpTo) {
      out.write("--\n".getBytes(StandardCharsets.US_ASCII));
    }
    while (contextStart < start) {
      int contextEnd = input.find((byte) '\n', contextStart);
      print(contextStart, contextEnd, '-');
      contextStart = contextEnd + 1;
    }
    print(start, end, ':');
    afterLeft = settings.after();
  }

  /** The lines behind the last one that {@code -m} allows. */
  private void printContext(int from) throws IOException {
    int at = from;
    while (afterLeft > 0 && at < input.end()) {
      int end = input.find((byte) '\n', at);
      afterLeft--;
      print(at, end, '-');
      at = end + 1;
    }
  }

  private void print(int start, int end, char mark) throws IOException {
    hasPrinted = true;
    printedUpTo = Math.min(end + 1, input.end());
    if (settings.output() == GrepSettings.Output.ONLY_MATCHES) {
      if ((mark == ':') != settings.isInverted()) {
        printMatches(start, end, mark);
      }
      return;
    }
    prefix(start, mark);
    if (end < input.end()) {
      out.write(array, start, end + 1 - start);
    } else {
      out.write(array, start, end - start);
      out.write('\n');
    }
  }

  private void printMatches(int start, int end, char mark) throws IOException {
    String line = Utf8.decode(array, start, end);
    int at = 0;
    while (at <= line.length()) {
      LinePattern.Span span = pattern.next(line, at);
      if (span == null) {
        return;
      }
      if (span.end() == span.start()) {
        at = span.end() + 1;
        continue;
      }
      call.budget().step();
      prefix(start, mark);
      Utf8.write(out, line.substring(span.start(), span.end()) + "\n");
      at = span.end();
    }
  }

  private void prefix(int start, char mark) throws IOException {
    if (!settings.showsNumber() && !settings.showsName()) {
      return;
    }
    StringBuilder prefix = new StringBuilder();
    if (settings.showsName()) {
      prefix.append(NAME).append(mark);
    }
    if (settings.showsNumber()) {
      prefix.append(numberOf(start)).append(mark);
    }
    Utf8.write(out, prefix.toString());
  }

  private long numberOf(int start) {
    while (numberedUpTo < start) {
      lineNumber += array[numberedUpTo++] == '\n' ? 1 : 0;
    }
    return lineNumber;
  }

  private void printSummary() throws IOException {
    switch (settings.output()) {
      case COUNT -> Utf8.write(out, (settings.showsName() ? NAME + ":" : "") + selected + "\n");
      case NAME_IF_FOUND -> Utf8.write(out, selected > 0 ? NAME + "\n" : "");
      case NAME_IF_NOT_FOUND -> Utf8.write(out, selected > 0 ? "" : NAME + "\n");
      default -> {}
    }
  }
}
