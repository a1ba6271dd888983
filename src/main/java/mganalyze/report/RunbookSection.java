package mganalyze.report;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;
import mganalyze.diagnosis.AlertSummary;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.finding.Missing;
import mganalyze.finding.Verdict;

/** One runbook: a line that says what became of it, and, opened, all there is to it. */
final class RunbookSection {
  private static final int INSTANCE_LIMIT = 40;
  private static final int MISSING_LIMIT = 60;
  private static final int PROSE_CHARS = 20_000;

  private final Page page;
  private final RunbookResult runbook;
  private final Quota quota;

  RunbookSection(Page page, RunbookResult runbook, Quota quota) {
    this.page = page;
    this.runbook = runbook;
    this.quota = quota;
  }

  Element render() {
    quota.elements(40);
    Element details =
        Element.of("details", "book " + runbook.verdict().word())
            .withId(page.anchors().of(runbook))
            .attr("data-verdict", String.valueOf(runbook.verdict().ordinal()))
            .attr("data-severity", severityNumber())
            .attr("data-component", component())
            .attr("data-namespace", page.namespaceNumbers(runbook));
    if (isHeld()) {
      details.attr("open");
    }
    details.with(summary());
    Element body = Element.of("div", "body");
    if (runbook.alert().isPresent()) {
      body.with(alert(runbook.alert().get()));
    }
    if (runbook.verdict() == Verdict.NOT_APPLICABLE) {
      evidence(body);
    } else {
      whole(body);
    }
    return details.with(body);
  }

  private void whole(Element body) {
    // Taken from the quota first: they are of a modest size and must not fall to an output.
    DomContent meaning = words("Meaning", true, runbook.meaning());
    DomContent impact = words("Impact", true, runbook.impact());
    DomContent mitigation = words("Mitigation", false, runbook.mitigation());
    evidence(body);
    body.with(new StepLedger(runbook, quota).render(), impact, mitigation, meaning);
  }

  /**
   * All there is to a runbook that does not apply; its words and steps stand in the JSON report.
   */
  private void evidence(Element body) {
    body.with(new FindingList(page, runbook, quota).render());
    if (!runbook.missing().isEmpty()) {
      body.with(missing(runbook.missing()));
    }
  }

  private String severityNumber() {
    return runbook.severity().isEmpty() ? "-" : String.valueOf(runbook.severity().get().ordinal());
  }

  private String component() {
    return runbook.component().isEmpty()
        ? "-"
        : String.valueOf(page.components().indexOf(runbook.component().get()));
  }

  private Element summary() {
    Element summary = Element.of("summary");
    summary
        .icon(runbook.verdict())
        .with(
            Element.of("span", "word " + runbook.verdict().word())
                .withText(FirstScreen.words(runbook.verdict())),
            Element.of("h4").say(quota.line(runbook.name(), 120)),
            severity(runbook));
    if (runbook.component().isPresent()) {
      summary.with(Element.of("span", "tag").say(quota.line(runbook.component().get(), 60)));
    }
    return summary.with(Element.of("span", "reason").say(quota.line(runbook.reason(), 800)));
  }

  static DomContent severity(RunbookResult runbook) {
    if (runbook.severity().isEmpty()) {
      return Element.nothing();
    }
    String word = runbook.severity().get().word();
    return Element.of("span", "tag severity-" + word).withText(word);
  }

  private Element alert(AlertSummary alert) {
    Element line = Element.of("p", "alert").withText("Alert in the archive: ");
    line.with(Element.of("b").say(quota.line(alert.state(), 40)));
    AlertSummary.Instance first = null;
    for (AlertSummary.Instance instance : alert.instances()) {
      boolean earlier =
          instance.activeAt().isPresent()
              && (first == null || instance.activeAt().get().isBefore(first.activeAt().get()));
      first = earlier ? instance : first;
    }
    if (first != null) {
      line.say(" since " + Moment.plain(first.activeAt().get()));
    }
    if (alert.source().isPresent()) {
      line.withText(", read from ")
          .with(Element.of("code").say(quota.line(alert.source().get(), 400)));
    }
    Element block = Element.of("div").with(line);
    if (!alert.instances().isEmpty()) {
      block.with(instances(alert.instances()));
    }
    return block;
  }

  private Element instances(List<AlertSummary.Instance> instances) {
    Element list = Element.of("ul", "instances");
    int shown = 0;
    for (AlertSummary.Instance instance : instances) {
      if (shown == INSTANCE_LIMIT || quota.isSpent()) {
        break;
      }
      shown++;
      quota.elements(4);
      Element item = Element.of("li").with(Element.of("b").say(quota.line(instance.state(), 40)));
      if (instance.activeAt().isPresent()) {
        item.withText(" since " + Moment.plain(instance.activeAt().get()));
      }
      StringBuilder labels = new StringBuilder();
      for (Map.Entry<String, String> label : instance.labels().entrySet()) {
        labels.append(label.getKey()).append('=');
        labels.append(VisibleText.cut(label.getValue(), 200)).append("  ");
      }
      list.with(
          item.withText(" ")
              .with(Element.of("code").say(quota.line(labels.toString().strip(), 1000))));
    }
    return Element.of("details", "fold")
        .with(
            Element.of("summary").withText(Fact.count(instances.size(), "active alert")),
            list,
            more(instances.size() - shown));
  }

  /** What was left out, as a note; nothing where nothing was. */
  static DomContent more(int count) {
    return count == 0
        ? Element.nothing()
        : Element.of("p", "more").withText("and " + count + " more, in the JSON report");
  }

  private Element missing(List<Missing> missing) {
    Element section = Element.of("section", "lack").with(Element.of("h5").withText("Missing"));
    int shown = 0;
    for (Missing one : missing) {
      if (shown == MISSING_LIMIT || quota.isSpent()) {
        break;
      }
      shown++;
      quota.elements(6);
      quota.line(one.what(), 600);
      quota.line(one.collectWith(), 1000);
      section.with(FirstScreen.missing(one));
    }
    return section.with(more(missing.size() - shown));
  }

  private boolean isHeld() {
    return runbook.verdict().compareTo(Verdict.SUSPECTED) <= 0;
  }

  private DomContent words(String heading, boolean linked, String markdown) {
    if (markdown.isBlank()) {
      return Element.nothing();
    }
    if (quota.isSpent()) {
      return Element.of("p", "more").withText(heading + ": in the JSON report");
    }
    quota.elements(12);
    String shown = quota.text(markdown, PROSE_CHARS);
    Element fold = Element.of("details", "fold");
    // What to do comes last in the runbook and first to mind.
    if (!linked && isHeld()) {
      fold.attr("open");
    }
    return fold.with(
        Element.of("summary").withText(heading),
        linked ? page.prose().linked(shown) : page.prose().unlinked(shown));
  }
}
