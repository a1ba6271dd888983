package mganalyze.report;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import mganalyze.diagnosis.Report;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.finding.Missing;
import mganalyze.finding.Verdict;

/**
 * What a reader sees without scrolling: which cluster, how completely gathered, how many of each
 * verdict, what is wrong in a sentence each, the likely causes, and what to ask for.
 */
final class FirstScreen {
  private static final int ROW_LIMIT = 30;
  private static final int ROWS_WITH_ROOM = 7;
  private static final int CAUSE_LIMIT = 20;
  private static final int CAUSES_IN_SIGHT = 5;
  private static final int ASK_LIMIT = 40;

  private final Page page;
  private final Report report;
  private final VerdictCounts counts;

  FirstScreen(Page page) {
    this.page = page;
    this.report = page.report();
    this.counts = new VerdictCounts(report.runbooks());
  }

  Element header() {
    Element cluster = Element.of("dl", "facts");
    for (Fact fact : Fact.ofCluster(report)) {
      cluster.with(fact(fact));
    }
    Element gather = Element.of("dl", "facts");
    for (Fact fact : Fact.ofGather(report.archive())) {
      gather.with(fact(fact));
    }
    return Element.of("header")
        .with(
            Element.of("p", "brand").withText("OpenShift Virtualization runbooks, run offline on"),
            Element.of("h1").say(VisibleText.line(report.archive().name(), 160)),
            cluster,
            gather);
  }

  private static Element fact(Fact fact) {
    Element value = Element.of("dd");
    if (fact.warning()) {
      value.withClass("warned").icon("suspected");
    }
    return Element.of("div")
        .with(
            Element.of("dt").withText(fact.label()),
            value.say(VisibleText.line(fact.value(), 120)));
  }

  Element overview() {
    Element tiles = Element.of("ul", "tiles");
    for (Verdict verdict : Verdict.values()) {
      tiles.with(Element.of("li").with(tile(verdict)));
    }
    Element aside = Element.of("div", "aside").with(causes(), ask());
    return Element.of("section", "overview")
        .attr("aria-label", "Overview")
        .with(tiles, Element.of("div", "columns").with(wrong(), aside));
  }

  private Element tile(Verdict verdict) {
    int count = counts.of(verdict);
    Element tile = Element.of(count == 0 ? "span" : "a", "tile " + verdict.word());
    if (count == 0) {
      tile.withClass("tile none " + verdict.word());
    } else {
      tile.attr("href", "#" + verdict.word());
    }
    return tile.icon(verdict)
        .with(
            Element.of("b").withText(String.valueOf(count)),
            Element.of("span").withText(words(verdict)));
  }

  static String words(Verdict verdict) {
    return verdict == Verdict.NOT_APPLICABLE ? "not applicable" : verdict.word();
  }

  private Element wrong() {
    Element section = Element.of("section", "wrong");
    section.with(Element.of("h2").withText(heading()));
    Element rows = Element.of("ul", "rows");
    int listed = 0;
    int left = 0;
    for (RunbookResult runbook : report.runbooks()) {
      if (runbook.verdict().compareTo(Verdict.SUSPECTED) > 0) {
        continue;
      }
      if (listed < ROW_LIMIT) {
        rows.with(row(runbook));
        listed++;
      } else {
        left++;
      }
    }
    if (listed > 0) {
      section.with(listed > ROWS_WITH_ROOM ? rows.withClass("rows many") : rows);
    }
    if (left > 0) {
      section.with(Element.of("p", "more").withText("and " + left + " more below"));
    }
    if (listed == 0) {
      section.with(nothingWrong());
    }
    return section.with(undecided());
  }

  /** The names alone: why is said in their own places. */
  private DomContent undecided() {
    int count = counts.of(Verdict.UNDETERMINED);
    if (count == 0) {
      return Element.nothing();
    }
    Element names = Element.of("p", "undecided undetermined").icon(Verdict.UNDETERMINED);
    names.with(Element.of("span", "word").withText("undetermined")).withText(" ");
    int shown = 0;
    for (RunbookResult runbook : report.runbooks()) {
      if (runbook.verdict() == Verdict.UNDETERMINED && shown < ROW_LIMIT) {
        names.withText(shown++ == 0 ? "" : ", ").with(link(runbook.name(), 80));
      }
    }
    return count > shown ? names.withText(" and " + (count - shown) + " more") : names;
  }

  private Element link(String runbook, int chars) {
    return Element.of("a")
        .attr("href", page.anchors().linkTo(runbook))
        .say(VisibleText.line(runbook, chars));
  }

  private String heading() {
    if (counts.of(Verdict.CONFIRMED) > 0) {
      return "What is wrong";
    }
    return counts.of(Verdict.SUSPECTED) > 0 ? "Nothing is confirmed, but suspected" : "Findings";
  }

  private Element nothingWrong() {
    int open = counts.of(Verdict.UNDETERMINED);
    if (open == 0 && counts.of(Verdict.CLEAR) == 0) {
      return Element.of("p", "quiet").withText("No runbook applies to this cluster.");
    }
    if (open == 0) {
      return Element.of("p", "quiet clear")
          .icon(Verdict.CLEAR)
          .withText("No runbook's condition held when this archive was gathered.");
    }
    return Element.of("p", "quiet")
        .withText(
            "No runbook is confirmed or suspected. That is no sign of health for the "
                + Fact.count(open, "runbook")
                + " that the archive cannot decide.");
  }

  private Element row(RunbookResult runbook) {
    return Element.of("li", runbook.verdict().word())
        .icon(runbook.verdict())
        .with(
            Element.of("div")
                .with(
                    link(runbook.name(), 120),
                    Element.of("span", "word").withText(runbook.verdict().word()),
                    RunbookSection.severity(runbook)),
            Element.of("p").say(VisibleText.line(runbook.reason(), 400)));
  }

  private DomContent causes() {
    List<Cause> causes = Cause.among(report.runbooks());
    if (causes.isEmpty()) {
      return Element.nothing();
    }
    Element section = Element.of("section", "causes");
    section.with(Element.of("h2").withText("Likely causes"));
    int inSight = Math.min(CAUSES_IN_SIGHT, causes.size());
    section.with(causes(causes.subList(0, inSight)));
    int listed = Math.min(CAUSE_LIMIT, causes.size());
    if (listed > inSight) {
      Element fold = Element.of("details", "fold");
      fold.with(
          Element.of("summary").withText((causes.size() - inSight) + " more"),
          causes(causes.subList(inSight, listed)),
          RunbookSection.more(causes.size() - listed));
      section.with(fold);
    }
    return section;
  }

  private Element causes(List<Cause> causes) {
    Element list = Element.of("ul");
    for (Cause cause : causes) {
      Element explained = Element.of("p", "explains").withText("explains ");
      List<String> names = cause.runbooks();
      for (int at = 0; at < Math.min(8, names.size()); at++) {
        explained
            .withText(at == 0 ? "" : ", ")
            .with(
                Element.of("a")
                    .attr("href", page.anchors().linkTo(names.get(at)))
                    .say(VisibleText.line(names.get(at), 80)));
      }
      explained.withText(names.size() > 8 ? " and " + (names.size() - 8) + " more" : "");
      list.with(
          Element.of("li")
              .with(Element.of("p").say(VisibleText.line(cause.message(), 300)), explained));
    }
    return list;
  }

  private DomContent ask() {
    if (report.ask().isEmpty()) {
      return Element.nothing();
    }
    Element section = Element.of("section", "ask");
    section.with(
        Element.of("h2").withText("Ask the customer for"),
        Element.of("p", "hint")
            .withText(
                Fact.count(counts.of(Verdict.UNDETERMINED), "runbook")
                    + " cannot be decided without it"));
    List<Missing> shown = new ArrayList<>(report.ask());
    for (Missing missing : shown.subList(0, Math.min(ASK_LIMIT, shown.size()))) {
      section.with(missing(missing));
    }
    if (shown.size() > ASK_LIMIT) {
      section.with(
          Element.of("p", "more").withText("and " + (shown.size() - ASK_LIMIT) + " more below"));
    }
    return section;
  }

  static Element missing(Missing missing) {
    Element block =
        Element.of("div", "missing")
            .with(Element.of("p").say(VisibleText.line(missing.what(), 600)));
    if (!missing.collectWith().isEmpty()) {
      block.with(
          Element.of("div", "command")
              .with(
                  Element.of("pre")
                      .with(Element.of("code").say(VisibleText.cut(missing.collectWith(), 1000))))
              .copyButton());
    }
    return block;
  }
}
