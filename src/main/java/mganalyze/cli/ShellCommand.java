package mganalyze.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mganalyze.diagnosis.StepRunner;
import mganalyze.gather.Gather;
import mganalyze.gather.Resource;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;
import mganalyze.oc.get.TemplateFiles;
import mganalyze.shell.Result;
import mganalyze.shell.Shell;
import mganalyze.shell.ShellLimits;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
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

  @Parameters(paramLabel = "ARCHIVE", description = "The must-gather.")
  private String archive;

  ShellCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (OpenArchive opened =
            OpenArchive.read(archive, ProgressLine.of(console, archive, false), () -> {});
        Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
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
              .completer(new WordCompleter(opened.gather()))
              .build();
      return converse(reader, terminal, shell);
    } catch (IOException e) {
      console.error(CommandLineProgram.firstLine(String.valueOf(e.getMessage())));
      return ExitStatus.NOTHING_ANALYZED.code();
    }
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
      Result result = shell.run(command.toString());
      command.setLength(0);
      status = result.status();
      terminal.flush();
      console.show(result.out(), result.err());
    }
    return status;
  }

  /**
   * Completes the last word of a line: types, namespaces behind {@code -n}, names behind a type.
   */
  private record WordCompleter(Gather gather) implements Completer {
    private static final List<String> VERBS =
        List.of(
            "oc",
            "get",
            "describe",
            "logs",
            "jq",
            "grep",
            "awk",
            "sort",
            "uniq",
            "wc",
            "head",
            "tail");

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
      List<String> words = line.words();
      int at = line.wordIndex();
      String before = at > 0 ? words.get(at - 1) : "";
      if (before.equals("-n") || before.equals("--namespace")) {
        gather.namespaces().forEach(name -> candidates.add(new Candidate(name)));
      } else if (before.equals("get") || before.equals("describe")) {
        gather.types().all().forEach(type -> candidates.add(new Candidate(type.plural())));
      } else if (at > 1 && gather.types().find(before).isPresent()) {
        names(gather.types().find(before).get(), words)
            .forEach(name -> candidates.add(new Candidate(name)));
      } else if (before.equals("logs")) {
        gather
            .types()
            .find("pods")
            .ifPresent(
                pods -> names(pods, words).forEach(name -> candidates.add(new Candidate(name))));
      } else {
        VERBS.forEach(verb -> candidates.add(new Candidate(verb)));
      }
    }

    private List<String> names(ResourceType type, List<String> words) {
      int flag = words.indexOf("-n");
      Scope scope =
          flag >= 0 && flag + 1 < words.size() ? Scope.of(words.get(flag + 1)) : Scope.all();
      List<String> names = new ArrayList<>();
      for (Resource resource : gather.resources(type, scope)) {
        names.add(resource.name());
      }
      return names;
    }
  }
}
