package mganalyze.report;

import mganalyze.diagnosis.Report;
import mganalyze.finding.Problem;

/** The archive itself: checksum, sizes, producers, and what in it could not be used. */
final class ArchiveSection {
  private static final int GATHER_LIMIT = 50;
  private static final int PROBLEM_LIMIT = 200;

  private final Report.ArchiveSummary archive;

  ArchiveSection(Page page) {
    this.archive = page.report().archive();
  }

  Element render() {
    Element facts = Element.of("dl", "facts");
    if (archive.sha256().isPresent()) {
      facts.with(fact("SHA-256", VisibleText.line(archive.sha256().get(), 64)));
    }
    facts.with(
        fact("Size", archive.bytes() + " bytes"),
        fact("Unpacked", archive.unpackedBytes() + " bytes"),
        fact("Files", String.valueOf(archive.entries())));
    Element section =
        Element.of("section", "archive")
            .withId("archive")
            .with(Element.of("h2").withText("Archive"), facts);
    if (!archive.gathers().isEmpty()) {
      section.with(gathers());
    }
    if (!archive.problems().isEmpty()) {
      section.with(problems());
    }
    return section;
  }

  private static Element fact(String label, String value) {
    return Element.of("div").with(Element.of("dt").withText(label), Element.of("dd").say(value));
  }

  private Element gathers() {
    Element rows = Element.of("tbody");
    int shown = Math.min(GATHER_LIMIT, archive.gathers().size());
    for (Report.GatherSummary gather : archive.gathers().subList(0, shown)) {
      rows.with(
          Element.of("tr")
              .with(
                  cell(gather.product().orElse("not told"), 120),
                  cell(gather.version().orElse("not told"), 120),
                  cell(gather.path(), 300)));
    }
    return Element.of("div")
        .with(
            Element.of("table").with(Element.heading("Gathered by", "Version", "Folder"), rows),
            RunbookSection.more(archive.gathers().size() - shown));
  }

  private Element problems() {
    Element rows = Element.of("tbody");
    int shown = Math.min(PROBLEM_LIMIT, archive.problems().size());
    for (Problem problem : archive.problems().subList(0, shown)) {
      rows.with(
          Element.of("tr")
              .with(
                  Element.of("td")
                      .with(
                          Element.of(
                                  "span", problem.kind().makesIncomplete() ? "word warned" : "word")
                              .withText(problem.kind().word())),
                  cell(problem.path().isEmpty() ? archive.name() : problem.path(), 300),
                  cell(problem.detail(), 300)));
    }
    Element fold = Element.of("details", "fold");
    if (!archive.complete()) {
      fold.attr("open");
    }
    return fold.with(
        Element.of("summary")
            .withText(Fact.count(archive.problems().size(), "note") + " on what could not be used"),
        Element.of("table").with(Element.heading("Problem", "Where", "Why"), rows),
        RunbookSection.more(archive.problems().size() - shown));
  }

  private static Element cell(String text, int limit) {
    return Element.of("td").say(VisibleText.line(text, limit));
  }
}
