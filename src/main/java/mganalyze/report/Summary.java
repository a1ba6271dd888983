package mganalyze.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mganalyze.diagnosis.Report;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.finding.Missing;
import mganalyze.finding.Verdict;

/**
 * What standard output says about one archive: the counts, a line for each runbook that needs
 * somebody's attention, what to ask for, and where the reports are. Text from the archive is cut
 * and made harmless to terminals.
 */
public final class Summary {
  private static final int REASON_LIMIT = 240;

  private final boolean color;
  private final StringBuilder text = new StringBuilder();

  private Summary(boolean color) {
    this.color = color;
  }

  /** The summary, with a line feed at its end; ANSI colors only if {@code color}. */
  public static String of(Report report, List<Path> files, boolean color) {
    Summary summary = new Summary(color);
    summary.write(report, files);
    return summary.text.toString();
  }

  private void write(Report report, List<Path> files) {
    line(bold(VisibleText.line(report.archive().name(), 200)));
    line("  " + facts(Fact.ofCluster(report)));
    line("  " + facts(Fact.ofGather(report.archive())));
    line("  " + counts(new VerdictCounts(report.runbooks())));
    int width = 0;
    List<RunbookResult> listed = new ArrayList<>();
    for (RunbookResult runbook : report.runbooks()) {
      if (runbook.verdict().compareTo(Verdict.UNDETERMINED) <= 0) {
        listed.add(runbook);
        width = Math.max(width, VisibleText.line(runbook.name(), 60).length());
      }
    }
    if (!listed.isEmpty()) {
      line("");
    }
    for (RunbookResult runbook : listed) {
      line(row(runbook, width));
    }
    if (!report.ask().isEmpty()) {
      line("");
      line("Missing data, gathered with:");
      for (Missing missing : report.ask()) {
        line("  " + VisibleText.line(missing.collectWith(), 400));
      }
    }
    if (!files.isEmpty()) {
      line("");
    }
    for (Path file : files) {
      line(VisibleText.line(file.toString()));
    }
  }

  private String row(RunbookResult runbook, int width) {
    String verdict = padded(runbook.verdict().word(), "undetermined".length());
    return tinted(runbook.verdict(), verdict)
        + "  "
        + padded(VisibleText.line(runbook.name(), 60), width)
        + "  "
        + VisibleText.line(runbook.reason(), REASON_LIMIT);
  }

  private String counts(VerdictCounts counts) {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      String part = counts.of(verdict) + " " + verdict.word();
      parts.add(counts.of(verdict) == 0 ? part : tinted(verdict, part));
    }
    return String.join(", ", parts);
  }

  private static String facts(List<Fact> facts) {
    List<String> parts = new ArrayList<>();
    for (Fact fact : facts) {
      parts.add(fact.label() + " " + VisibleText.line(fact.value(), 100));
    }
    return String.join(", ", parts);
  }

  private String tinted(Verdict verdict, String word) {
    String code =
        switch (verdict) {
          case CONFIRMED -> "1;31";
          case SUSPECTED -> "33";
          case UNDETERMINED -> "36";
          case CLEAR -> "32";
          case NOT_APPLICABLE -> "2";
        };
    return ansi(code, word);
  }

  private String bold(String words) {
    return ansi("1", words);
  }

  private String ansi(String code, String words) {
    return color ? "\u001b[" + code + "m" + words + "\u001b[0m" : words;
  }

  private static String padded(String word, int width) {
    return word + " ".repeat(Math.max(0, width - word.length()));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
