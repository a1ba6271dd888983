package mganalyze.report;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;
import mganalyze.diagnosis.Report;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.finding.Evidence;
import mganalyze.finding.Finding;
import mganalyze.finding.ObjectReference;
import mganalyze.finding.Strength;

/** What a runbook's checks found: object, sentence, and the lines of the archive that show it. */
final class FindingList {
  private static final int FINDING_LIMIT = 400;

  /** Of more findings than these only the first few are shown with all their evidence. */
  private static final int FULL_LIMIT = 40;

  private static final int FULL_OF_MANY = 12;
  private static final int EVIDENCE_LIMIT = 8;
  private static final int PATH_CHARS = 600;

  private final Page page;
  private final RunbookResult runbook;
  private final Quota quota;

  FindingList(Page page, RunbookResult runbook, Quota quota) {
    this.page = page;
    this.runbook = runbook;
    this.quota = quota;
  }

  DomContent render() {
    List<Finding> findings = runbook.findings();
    if (findings.isEmpty()) {
      return Element.nothing();
    }
    Element section = Element.of("section", "findings");
    section.with(Element.of("h5").withText("Findings"));
    Element list = Element.of("ol");
    int full = findings.size() > FULL_LIMIT ? FULL_OF_MANY : FULL_LIMIT;
    int shown = 0;
    for (Finding finding : findings) {
      if (shown == FINDING_LIMIT || quota.isSpent()) {
        break;
      }
      list.with(shown < full ? finding(finding) : brief(finding));
      shown++;
    }
    return section.with(list, RunbookSection.more(findings.size() - shown));
  }

  private Element finding(Finding finding) {
    quota.elements(14);
    String anchor = page.anchors().of(runbook, finding);
    Element head =
        Element.of("p", "said-so")
            .with(
                strength(finding),
                Element.of("span").say(quota.line(finding.message(), 800)),
                Element.of("a", "here")
                    .attr("href", "#" + anchor)
                    .attr("aria-label", "Link to this finding")
                    .withText("#"));
    Element item = Element.of("li").withId(anchor).with(head);
    if (finding.object().isPresent()) {
      item.with(object(finding.object().get()));
    }
    int shown = 0;
    for (Evidence evidence : finding.evidence()) {
      if (shown == EVIDENCE_LIMIT || quota.isSpent()) {
        break;
      }
      shown++;
      item.with(evidence(evidence));
    }
    return item.with(RunbookSection.more(finding.evidence().size() - shown));
  }

  private static Element strength(Finding finding) {
    String word = finding.strength().word();
    return Element.of("span", "word strength-" + word)
        .withText(finding.strength() == Strength.CAUSE ? "likely cause" : word);
  }

  /** One line: the sentence, and where the first evidence stands. */
  private Element brief(Finding finding) {
    quota.elements(6);
    Element item =
        Element.of("li", "brief")
            .withId(page.anchors().of(runbook, finding))
            .with(strength(finding))
            .say(" " + quota.line(finding.message(), 400));
    return finding.evidence().isEmpty()
        ? item
        : item.withText(" ").with(path(finding.evidence().get(0), false));
  }

  private Element object(ObjectReference object) {
    return Element.of("p", "object")
        .with(
            Element.of("span", "kind").say(quota.line(object.kind(), 80)),
            Element.of("code").say(quota.line(object.qualifiedName(), 300)));
  }

  private Element evidence(Evidence evidence) {
    quota.elements(14);
    Element place = Element.of("p", "place").with(path(evidence, true));
    Optional<String> mark = page.marks().at(evidence);
    if (mark.isPresent()) {
      place.with(
          Element.of("a", "when").attr("href", "#" + mark.get()).withText("on the timeline"));
    }
    return Element.of("div", "evidence").with(place, lines(evidence), command(evidence));
  }

  /** The path, with the long name of the image's folder in the background, or without it. */
  private Element path(Evidence evidence, boolean whole) {
    String path = evidence.path() + ":" + evidence.line();
    Element code = Element.of("code");
    for (Report.GatherSummary gather : page.report().archive().gathers()) {
      String folder = gather.path() + "/";
      if (folder.length() > 1 && path.startsWith(folder)) {
        path = path.substring(folder.length());
        if (whole) {
          code.with(Element.of("span", "root").say(quota.line(folder, PATH_CHARS)));
        }
        break;
      }
    }
    return code.say(quota.line(path, PATH_CHARS));
  }

  private Element lines(Evidence evidence) {
    Element block = Element.of("pre");
    int number = evidence.line() - evidence.before().size();
    for (String line : evidence.before()) {
      block.with(line("span", number++, line, 300)).withText("\n");
    }
    block.with(line("mark", number++, evidence.text(), 1200));
    for (String line : evidence.after()) {
      block.withText("\n").with(line("span", number++, line, 300));
    }
    return block;
  }

  private DomContent line(String element, int number, String text, int limit) {
    return Element.of(element)
        .with(Element.of("i").withText(number > 0 ? String.valueOf(number) : ""))
        .say(quota.line(text, limit));
  }

  private DomContent command(Evidence evidence) {
    String command = page.archiveCommand().of(evidence);
    // A command that is cut would do something else.
    if (command.length() > 2 * PATH_CHARS || quota.isSpent()) {
      return Element.nothing();
    }
    return Element.of("details", "show")
        .with(
            Element.of("summary").withText("Show it in the archive"),
            Element.of("div", "command")
                .with(
                    Element.of("pre")
                        .with(Element.of("code").say(quota.line(command, command.length()))))
                .copyButton());
  }
}
