package mganalyze.report;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import mganalyze.diagnosis.Report;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.finding.Severity;
import mganalyze.finding.Verdict;

/** All runbooks by verdict, under the controls that search and filter them. */
final class RunbookList {
  private static final long BYTES = 3_800_000;

  private final Page page;
  private final Report report;

  RunbookList(Page page) {
    this.page = page;
    this.report = page.report();
  }

  Element render() {
    Element section =
        Element.of("section", "runbooks")
            .withId("runbooks")
            .with(Element.of("h2").withText("Runbooks"), controls());
    List<Element> books = books();
    for (Verdict verdict : Verdict.values()) {
      List<DomContent> group = new ArrayList<>();
      for (int at = 0; at < books.size(); at++) {
        if (report.runbooks().get(at).verdict() == verdict) {
          group.add(books.get(at));
        }
      }
      if (!group.isEmpty()) {
        section.with(
            Element.of("section", "group")
                .withId(verdict.word())
                .with(heading(verdict, group.size()))
                .with(group));
      }
    }
    return section;
  }

  private static Element heading(Verdict verdict, int count) {
    return Element.of("h3", "verdict " + verdict.word())
        .icon(verdict)
        .withText(FirstScreen.words(verdict) + " ")
        .with(Element.of("span", "count").withText(String.valueOf(count)));
  }

  /** Each runbook as large as it wants, or, where that is too much together, as is fair. */
  private List<Element> books() {
    List<RunbookResult> runbooks = report.runbooks();
    List<Element> books = new ArrayList<>();
    long[] wanted = new long[runbooks.size()];
    long total = 0;
    for (int at = 0; at < wanted.length; at++) {
      Quota quota = new Quota(BYTES);
      Element book = new RunbookSection(page, runbooks.get(at), quota).render();
      wanted[at] = quota.spent();
      total += wanted[at];
      // Beyond the limit only the sizes are of use, and memory is not without end.
      books.add(total <= BYTES ? book : null);
    }
    long share = Quotas.fairShare(wanted, BYTES);
    for (int at = 0; at < wanted.length; at++) {
      if (wanted[at] > share || books.get(at) == null) {
        Quota quota = new Quota(Math.min(share, BYTES));
        books.set(at, new RunbookSection(page, runbooks.get(at), quota).render());
      }
    }
    return books;
  }

  private Element controls() {
    Element search =
        new Element("label")
            .withText("Search ")
            .with(
                new VoidElement("input")
                    .attr("id", "search")
                    .attr("type", "search")
                    .attr("autocomplete", "off")
                    .attr("spellcheck", "false"));
    List<String> verdicts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      verdicts.add(verdict.word());
    }
    List<String> severities = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      severities.add(severity.word());
    }
    return Element.of("form", "controls")
        .withId("controls")
        .isHidden()
        .attr("role", "search")
        .with(
            search,
            choice("verdict", verdicts),
            choice("severity", severities),
            choice("component", page.components()),
            choice("namespace", page.namespaces()),
            Element.of("button").attr("type", "reset").withText("Clear"),
            Element.of("output").withId("match-count"),
            Element.of("p", "keys")
                .withText("Keys: / search, j and k next and previous runbook, o open or close"));
  }

  /** A list of values; what the script compares is their number, never the archive's words. */
  private static DomContent choice(String name, List<String> values) {
    Element select =
        Element.of("select")
            .withId("by-" + name)
            .with(Element.of("option").attr("value", "").withText("any"));
    for (int at = 0; at < values.size(); at++) {
      select.with(
          Element.of("option")
              .attr("value", String.valueOf(at))
              .say(VisibleText.line(values.get(at), 64)));
    }
    return values.isEmpty()
        ? Element.nothing()
        : Element.of("label")
            .withText(Character.toUpperCase(name.charAt(0)) + name.substring(1) + " ")
            .with(select);
  }
}
