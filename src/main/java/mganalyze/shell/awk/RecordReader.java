package mganalyze.shell.awk;

import com.google.re2j.Matcher;
import java.io.IOException;
import mganalyze.shell.Bytes;
import mganalyze.shell.Utf8;
import mganalyze.shell.regex.Regex;
import mganalyze.shell.regex.Syntax;

/** Cuts the input at RS. */
final class RecordReader {
  private final Bytes input;
  private final AwkRun run;
  private int at;
  private long number;

  RecordReader(Bytes input, AwkRun run) {
    this.input = input;
    this.run = run;
    this.at = input.start();
  }

  /** Runs the rules on each record. */
  void readAll(AwkProgram program) throws IOException {
    while (at < input.end()) {
      String separator = run.text("RS");
      String record =
          separator.length() == 1 && separator.charAt(0) < 0x80
              ? upTo((byte) separator.charAt(0))
              : separator.isEmpty()
                  ? paragraph()
                  : upTo(Regex.compile(separator, Syntax.AWK, false));
      if (record == null) {
        return;
      }
      number++;
      run.assign("NR", Value.number(run.variable("NR").number() + 1));
      run.assign("FNR", Value.number((double) number));
      run.record().set(record);
      if (run.runRules(program) == Flow.EXIT) {
        return;
      }
    }
  }

  private String upTo(byte separator) {
    int end = input.find(separator, at);
    String record = Utf8.decode(input.array(), at, end);
    at = end + 1;
    boolean isLastNewline = at > input.end() && separator != '\n' && record.endsWith("\n");
    return isLastNewline && record.length() > 1 || !isLastNewline ? record : null;
  }

  /** Lines up to an empty one. */
  private String paragraph() {
    while (at < input.end() && input.array()[at] == '\n') {
      at++;
    }
    if (at >= input.end()) {
      return null;
    }
    int start = at;
    int end = at;
    while (at < input.end()) {
      int newline = input.find((byte) '\n', at);
      end = newline;
      at = newline + 1;
      if (at < input.end() && input.array()[at] == '\n') {
        break;
      }
    }
    while (at < input.end() && input.array()[at] == '\n') {
      at++;
    }
    return Utf8.decode(input.array(), start, end);
  }

  private String upTo(Regex separator) {
    String rest = Utf8.decode(input.array(), at, input.end());
    Matcher matcher = separator.matcher(rest);
    int from = 0;
    while (from <= rest.length() && matcher.find(from)) {
      if (matcher.end() > matcher.start()) {
        String record = rest.substring(0, matcher.start());
        at += Utf8.encode(rest.substring(0, matcher.end())).length;
        return record;
      }
      from = matcher.end() + 1;
    }
    at = input.end() + 1;
    return rest;
  }
}
