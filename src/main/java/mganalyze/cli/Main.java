package mganalyze.cli;

import java.util.List;

/**
 * The program's entry point: the only place that turns faults of the program itself into an exit
 * status.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    SecondCompiler.restrain();
    System.exit(run(List.of(args)));
  }

  private static int run(List<String> arguments) {
    try {
      return new CommandLineProgram(System.out, System.err).run(arguments);
    } catch (Error | RuntimeException e) {
      // Among these: no memory is left. The virtual machine's own answer would be status 1 and a
      // stack trace.
      System.err.println(
          "mg-analyze: fault of mg-analyze: " + CommandLineProgram.firstLine(e.toString()));
      return ExitStatus.FAULT.code();
    }
  }
}
