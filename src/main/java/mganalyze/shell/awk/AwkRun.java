package mganalyze.shell.awk;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mganalyze.shell.Invocation;
import mganalyze.shell.Utf8;
import mganalyze.shell.regex.Regex;
import mganalyze.shell.regex.Syntax;

/** One run of a program: its variables, arrays and the current record. */
final class AwkRun {
  private static final int MAX_REGEXES = 500;
  private final Invocation call;
  private final Map<String, Value> variables = new HashMap<>();
  private final Map<String, Map<String, Value>> arrays = new HashMap<>();
  private final Map<String, Regex> regexes = new HashMap<>();
  private final Set<Integer> ranges = new HashSet<>();
  private final Record record = new Record(this);
  private int status;

  AwkRun(Invocation call) {
    this.call = call;
    assign("FS", Value.ofText(" "));
    assign("OFS", Value.ofText(" "));
    assign("ORS", Value.ofText("\n"));
    assign("RS", Value.ofText("\n"));
    assign("SUBSEP", Value.ofText("\034"));
    assign("CONVFMT", Value.ofText("%.6g"));
    assign("OFMT", Value.ofText("%.6g"));
    assign("FILENAME", Value.ofText(""));
    assign("NR", Value.ZERO);
    assign("FNR", Value.ZERO);
    assign("RSTART", Value.ZERO);
    assign("RLENGTH", Value.number(-1));
    assign("ARGC", Value.ONE);
    array("ARGV").put("0", Value.ofText("awk"));
  }

  /**
   * Runs all of a program and returns its exit status.
   *
   * @param beforeInput between {@code BEGIN} and the first record
   * @param behindInput between the last record and {@code END}
   */
  int run(AwkProgram program, Runnable beforeInput, Runnable behindInput) throws IOException {
    try {
      Flow flow = runAll(program.begin());
      if (flow != Flow.EXIT && program.reads()) {
        beforeInput.run();
        new RecordReader(call.input(), this).readAll(program);
        behindInput.run();
      }
      runAll(program.end()); // also behind an exit in the rules before
      return status;
    } catch (AwkException e) {
      call.complain("awk: " + e.getMessage());
      return 2;
    }
  }

  private Flow runAll(List<Statement> statements) throws IOException {
    for (Statement statement : statements) {
      if (statement.run(this) == Flow.EXIT) {
        return Flow.EXIT;
      }
    }
    return Flow.NORMAL;
  }

  /** Runs all rules on the current record. */
  Flow runRules(AwkProgram program) throws IOException {
    for (Rule rule : program.rules()) {
      step();
      if (rule.appliesTo(this)) {
        Flow flow = rule.action().run(this);
        if (flow == Flow.NEXT || flow == Flow.EXIT) {
          return flow;
        }
      }
    }
    return Flow.NORMAL;
  }

  void step() {
    call.budget().step();
  }

  int textLimit() {
    return call.outputLimit();
  }

  Invocation call() {
    return call;
  }

  Record record() {
    return record;
  }

  Value variable(String name) {
    if (name.equals("NF")) {
      return Value.number(record.fieldCount());
    }
    return variables.getOrDefault(name, Value.NOTHING);
  }

  void assign(String name, Value value) {
    switch (name) {
      case "NF" -> record.fieldCount((int) value.number());
      case "FS", "RS" -> {
        record.split();
        variables.put(name, value);
      }
      case "OFS" -> {
        record.text();
        variables.put(name, value);
      }
      default -> variables.put(name, value);
    }
  }

  String text(String name) {
    return variable(name).text(numberFormat());
  }

  /** CONVFMT. */
  String numberFormat() {
    Value format = variables.get("CONVFMT");
    return format == null ? "%.6g" : format.text("%.6g");
  }

  /** OFMT. */
  String outputFormat() {
    return variables.get("OFMT").text("%.6g");
  }

  Map<String, Value> array(String name) {
    return arrays.computeIfAbsent(name, n -> new LinkedHashMap<>());
  }

  /** The expression that a pattern stands for: as written, or from a text. */
  Regex regex(Expression pattern) {
    if (pattern instanceof Expression.RegexLiteral literal) {
      return literal.regex();
    }
    String text = pattern.evaluate(this).text(numberFormat());
    Regex known = regexes.get(text);
    if (known != null) {
      return known;
    }
    if (regexes.size() > MAX_REGEXES) {
      regexes.clear();
    }
    Regex regex = Regex.compile(text, Syntax.AWK, false);
    regexes.put(text, regex);
    return regex;
  }

  void print(String text, boolean toErrors) throws IOException {
    Utf8.write(toErrors ? call.err() : call.out(), text);
  }

  void status(int newStatus) {
    status = newStatus;
  }

  boolean isInRange(int rule) {
    return ranges.contains(rule);
  }

  void inRange(int rule, boolean isInside) {
    if (isInside) {
      ranges.add(rule);
    } else {
      ranges.remove(rule);
    }
  }
}
