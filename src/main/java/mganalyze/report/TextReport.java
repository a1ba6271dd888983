package mganalyze.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mganalyze.diagnosis.Report;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.diagnosis.StepResult;
import mganalyze.finding.Evidence;
import mganalyze.finding.Finding;
import mganalyze.finding.Missing;
import mganalyze.finding.Verdict;

/** Writes a report for mails and terminals: plain text, what is wrong first. */
final class TextReport {
  private static final int FINDING_LIMIT = 50;
  private static final int EVIDENCE_LIMIT = 3;

  private final Writer out;

  private TextReport(Writer out) {
    this.out = out;
  }

  static void write(Report report, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    new TextReport(writer).report(report);
    writer.flush();
  }

  private void report(Report report) throws IOException {
    heading(VisibleText.line(report.archive().name(), 200), '=');
    for (Fact fact : Fact.ofCluster(report)) {
      fact(fact);
    }
    for (Fact fact : Fact.ofGather(report.archive())) {
      fact(fact);
    }
    VerdictCounts counts = new VerdictCounts(report.runbooks());
    for (Verdict verdict : Verdict.values()) {
      line("", counts.of(verdict) + " " + FirstScreen.words(verdict));
    }
    for (Cause cause : Cause.among(report.runbooks())) {
      line("", "likely cause: " + cut(cause.message()));
      line("  ", "explains " + cut(String.join(", ", cause.runbooks())));
    }
    for (Missing missing : report.ask()) {
      missing(missing, "");
    }
    for (Verdict verdict : Verdict.values()) {
      if (counts.of(verdict) > 0) {
        heading(FirstScreen.words(verdict), '-');
        for (RunbookResult runbook : report.runbooks()) {
          if (runbook.verdict() == verdict) {
            runbook(runbook);
          }
        }
      }
    }
  }

  private void fact(Fact fact) throws IOException {
    line("", fact.label() + ": " + cut(fact.value()));
  }

  private void runbook(RunbookResult runbook) throws IOException {
    String severity = runbook.severity().map(known -> " (" + known.word() + ")").orElse("");
    line("", cut(runbook.name()) + severity + ": " + cut(runbook.reason()));
    if (runbook.verdict().compareTo(Verdict.UNDETERMINED) > 0) {
      return;
    }
    List<Finding> findings = runbook.findings();
    int shown = Math.min(FINDING_LIMIT, findings.size());
    for (Finding finding : findings.subList(0, shown)) {
      finding(finding);
    }
    if (findings.size() > shown) {
      line("  ", "and " + (findings.size() - shown) + " more findings");
    }
    for (Missing missing : runbook.missing()) {
      missing(missing, "  ");
    }
    for (StepResult step : runbook.steps()) {
      for (StepResult.Run run : step.runs()) {
        line("  ", "[" + run.outcome().word() + "] " + cut(run.command()));
      }
    }
    line("", "");
  }

  private void finding(Finding finding) throws IOException {
    line("  ", "* " + cut(finding.message()));
    for (Evidence evidence :
        finding.evidence().subList(0, Math.min(EVIDENCE_LIMIT, finding.evidence().size()))) {
      line("    ", cut(evidence.path()) + ":" + evidence.line());
      line("      ", cut(evidence.text().strip()));
    }
  }

  private void missing(Missing missing, String indent) throws IOException {
    line(indent, "missing: " + cut(missing.what()));
    line(indent + "  ", cut(missing.collectWith()));
  }

  private void heading(String words, char underline) throws IOException {
    out.write('\n' + words + '\n' + String.valueOf(underline).repeat(words.length()) + "\n\n");
  }

  private void line(String indent, String words) throws IOException {
    out.write((words.isEmpty() ? "" : indent + words) + '\n');
  }

  private static String cut(String text) {
    return VisibleText.line(text, 600);
  }
}
