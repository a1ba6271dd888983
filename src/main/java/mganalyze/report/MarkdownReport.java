package mganalyze.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import mganalyze.diagnosis.Report;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.finding.Evidence;
import mganalyze.finding.Finding;
import mganalyze.finding.Missing;
import mganalyze.finding.Strength;
import mganalyze.finding.Verdict;

/**
 * Writes a case comment: at most 4000 bytes of Markdown. What matters most gets its place first;
 * what is left of the space goes to details.
 */
final class MarkdownReport {
  static final int BYTE_LIMIT = 4000;
  private static final int LINE_LIMIT = 2000;
  private static final String END = "\nMore in the report itself: evidence, commands, output.\n";

  /** What the lines are about, in the order in which they get a place. */
  private enum Rank {
    HEAD,
    CONFIRMED,
    ASK,
    SUSPECTED,
    CAUSE,
    FIRST_FINDING,
    UNDETERMINED,
    MORE_FINDINGS
  }

  private record Line(Rank rank, String text) {}

  private final List<Line> lines = new ArrayList<>();
  private final Report report;

  private MarkdownReport(Report report) {
    this.report = report;
  }

  static void write(Report report, OutputStream out) throws IOException {
    out.write(new MarkdownReport(report).comment().getBytes(StandardCharsets.UTF_8));
  }

  private String comment() {
    head();
    runbooks(Verdict.CONFIRMED, Rank.CONFIRMED, "Confirmed");
    runbooks(Verdict.SUSPECTED, Rank.SUSPECTED, "Suspected");
    causes();
    undetermined();
    ask();
    return fitted();
  }

  /** The lines that fit, by rank, in their own order. */
  private String fitted() {
    boolean[] placed = new boolean[lines.size()];
    int left = BYTE_LIMIT - bytes(END);
    for (Rank rank : Rank.values()) {
      for (int at = 0; at < placed.length; at++) {
        int size = bytes(lines.get(at).text());
        if (lines.get(at).rank() == rank && size <= left) {
          placed[at] = true;
          left -= size;
        }
      }
    }
    StringBuilder comment = new StringBuilder();
    for (int at = 0; at < placed.length; at++) {
      if (placed[at]) {
        comment.append(lines.get(at).text());
      }
    }
    return comment.append(END).toString();
  }

  private void head() {
    add(Rank.HEAD, "**" + plain(report.archive().name(), 120) + "**\n\n");
    add(Rank.HEAD, facts(Fact.ofCluster(report)) + "  \n");
    add(Rank.HEAD, facts(Fact.ofGather(report.archive())) + "\n");
    VerdictCounts counts = new VerdictCounts(report.runbooks());
    StringBuilder line = new StringBuilder("\n");
    for (Verdict verdict : Verdict.values()) {
      line.append(verdict.ordinal() == 0 ? "" : ", ");
      line.append(counts.of(verdict)).append(' ').append(FirstScreen.words(verdict));
    }
    add(Rank.HEAD, line.append(".\n").toString());
  }

  private static String facts(List<Fact> facts) {
    List<String> parts = new ArrayList<>();
    for (Fact fact : facts) {
      parts.add(fact.label() + ": " + plain(fact.value(), 80));
    }
    return String.join(" · ", parts);
  }

  private void runbooks(Verdict verdict, Rank rank, String heading) {
    // A heading goes with the first line under it, so that it never stands alone.
    String before = "\n### " + heading + "\n\n";
    for (RunbookResult runbook : report.runbooks()) {
      if (runbook.verdict() == verdict) {
        String severity = runbook.severity().map(known -> " (" + known.word() + ")").orElse("");
        String name = "- **" + plain(runbook.name(), 80) + "**" + severity + ": ";
        add(rank, before + name + plain(runbook.reason(), 220) + "\n");
        before = "";
        findings(runbook, verdict == Verdict.CONFIRMED ? Rank.FIRST_FINDING : Rank.MORE_FINDINGS);
      }
    }
  }

  private void findings(RunbookResult runbook, Rank firstRank) {
    Rank rank = firstRank;
    for (Finding finding : runbook.findings()) {
      if (finding.strength() != Strength.CAUSE && lines.size() < LINE_LIMIT) {
        add(rank, "  - " + plain(finding.message(), 200) + evidence(finding) + "\n");
        rank = Rank.MORE_FINDINGS;
      }
    }
  }

  /** The first place that shows the finding; the long name of the image's folder left out. */
  private String evidence(Finding finding) {
    if (finding.evidence().isEmpty()) {
      return "";
    }
    Evidence first = finding.evidence().get(0);
    String path = first.path();
    for (Report.GatherSummary gather : report.archive().gathers()) {
      if (!gather.path().isEmpty() && path.startsWith(gather.path() + "/")) {
        path = "…" + path.substring(gather.path().length());
        break;
      }
    }
    return " `" + code(path + ":" + first.line(), 300) + "`";
  }

  private void causes() {
    String before = "\n### Likely causes\n\n";
    List<Cause> causes = Cause.among(report.runbooks());
    for (Cause cause : causes.subList(0, Math.min(5, causes.size()))) {
      add(Rank.CAUSE, before + "- " + plain(cause.message(), 220) + "\n");
      before = "";
    }
  }

  private void undetermined() {
    List<String> names = new ArrayList<>();
    for (RunbookResult runbook : report.runbooks()) {
      if (runbook.verdict() == Verdict.UNDETERMINED) {
        names.add(plain(runbook.name(), 80));
      }
    }
    if (!names.isEmpty()) {
      int shown = Math.min(20, names.size());
      String more = names.size() > shown ? " and " + (names.size() - shown) + " more" : "";
      add(
          Rank.UNDETERMINED,
          "\n### Undetermined, for lack of data\n\n"
              + String.join(", ", names.subList(0, shown))
              + more
              + "\n");
    }
  }

  private void ask() {
    String before = "\n### Please gather\n\n";
    for (Missing missing : report.ask().subList(0, Math.min(5, report.ask().size()))) {
      String command = VisibleText.line(missing.collectWith(), 300);
      add(Rank.ASK, before + plain(missing.what(), 160) + ":\n\n    " + command + "\n\n");
      before = "";
    }
  }

  private void add(Rank rank, String text) {
    lines.add(new Line(rank, text));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The text with nothing in it that Markdown reads as more than text. */
  private static String plain(String text, int limit) {
    String line = VisibleText.line(text, limit);
    StringBuilder plain = new StringBuilder(line.length() + 8);
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      if ("\\`*_[]<>#|~&!".indexOf(c) >= 0) {
        plain.append('\\');
      }
      plain.append(c);
    }
    return plain.toString();
  }

  private static String code(String text, int limit) {
    return VisibleText.line(text, limit).replace('`', '\'');
  }
}
