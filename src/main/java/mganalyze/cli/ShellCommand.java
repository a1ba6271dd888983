package mganalyze.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import mganalyze.diagnosis.StepRunner;
import mganalyze.oc.get.TemplateFiles;
import mganalyze.shell.Result;
import mganalyze.shell.Shell;
import mganalyze.shell.ShellLimits;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code shell}: a prompt for exploring an archive, with history and completion of types,
 * namespaces and names.
 */
@Command(
    name = "shell",
    mixinStandardHelpOptions = true,
    description = "Opens a prompt for command lines against an archive; Ctrl-D leaves it.")
final class ShellCommand implements Callable<Integer> {
  private final Console console;
  private final HeadStart start;

  @Parameters(paramLabel = "ARCHIVE", description = "The must-gather.")
  private String archive;

  ShellCommand(Console console, HeadStart start) {
    this.console = console;
    this.start = start;
  }

  @Override
  public Integer call() {
    try (OpenArchive opened = start.open(archive, ProgressLine.of(console, archive, false));
        Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
      console.warnOfOtherClusters(opened.gather());
      Shell shell =
          new Shell(
              StepRunner.programs(opened.gather(), TemplateFiles.ofThisMachine()),
              ShellLimits.defaults(),
              opened.gather().time());
      DefaultParser words = new DefaultParser();
      words.setEscapeChars(null);
      words.setQuoteChars(new char[0]);
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .parser(words)
              .completer(completer(new Completion(opened.gather())))
              .build();
      return converse(reader, terminal, shell);
    } catch (IOException e) {
      console.error(CommandLineProgram.firstLine(String.valueOf(e.getMessage())));
      return ExitStatus.NOTHING_ANALYZED.code();
    }
  }

  private static Completer completer(Completion completion) {
    return (reader, line, candidates) ->
        completion
            .words(line.words().subList(0, line.wordIndex()))
            .forEach(word -> candidates.add(candidate(word)));
  }

  private static Candidate candidate(String word) {
    // A path is still to be written behind `jsonpath=`: no blank.
    return new Candidate(word, word, null, null, null, null, !word.endsWith("="));
  }

  private int converse(LineReader reader, Terminal terminal, Shell shell) throws IOException {
    int status = ExitStatus.OK.code();
    StringBuilder command = new StringBuilder();
    while (!shell.hasExited()) {
      String line;
      try {
        line = reader.readLine(command.length() == 0 ? "mg> " : "... ");
      } catch (UserInterruptException e) {
        command.setLength(0);
        continue;
      } catch (EndOfFileException e) {
        return status;
      }
      command.append(command.length() == 0 ? "" : "\n").append(line);
      if (Shell.isOpen(command)) {
        continue;
      }
      try {
        Result result = run(shell, command.toString(), terminal);
        status = result.status();
        terminal.flush();
        console.show(result.out(), result.err());
      } catch (RuntimeException e) {
        // One command's fault must not cost the user the prompt.
        console.fault(e);
        status = ExitStatus.FAULT.code();
      }
      command.setLength(0);
    }
    return status;
  }

  /** Runs a command line; Ctrl-C stops it, not the shell. */
  private static Result run(Shell shell, String command, Terminal terminal) {
    Thread runner = Thread.currentThread();
    Terminal.SignalHandler before =
        terminal.handle(Terminal.Signal.INT, signal -> runner.interrupt());
    try {
      return shell.run(command);
    } finally {
      terminal.handle(Terminal.Signal.INT, before);
      // One that came too late must not end the next prompt.
      Thread.interrupted();
    }
  }
}
