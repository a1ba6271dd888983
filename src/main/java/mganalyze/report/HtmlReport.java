package mganalyze.report;

import j2html.Config;
import j2html.rendering.FlatHtml;
import j2html.tags.DomContent;
import j2html.tags.UnescapedText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import mganalyze.diagnosis.Report;

/**
 * Writes the page that people attach to a case: one file that asks for nothing else, readable
 * without its script, under 5 MB for any archive. What does not fit stands in the JSON report.
 */
final class HtmlReport {
  private HtmlReport() {}

  static void write(Report report, OutputStream out) throws IOException {
    Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(
                out,
                StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)),
            1 << 16);
    writer.write("<!DOCTYPE html>\n");
    page(new Page(report))
        .render(FlatHtml.into(writer, Config.defaults().withTextEscaper(HtmlText::escaped)), null);
    writer.write('\n');
    writer.flush();
  }

  private static Element page(Page page) {
    Resource style = Resource.named("report/style.css");
    Resource script = Resource.named("report/script.js");
    return Element.of("html")
        .attr("lang", "en")
        .with(head(page.report(), style, script), body(page, script));
  }

  private static Element head(Report report, Resource style, Resource script) {
    String policy =
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src "
            + style.policyHash()
            + "; script-src "
            + script.policyHash();
    return Element.of("head")
        .with(
            new VoidElement("meta").attr("charset", "utf-8"),
            new VoidElement("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr("content", policy),
            new VoidElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1"),
            new VoidElement("meta").attr("name", "referrer").attr("content", "no-referrer"),
            new VoidElement("meta").attr("name", "color-scheme").attr("content", "light dark"),
            Element.of("title").say(VisibleText.line(report.archive().name(), 120) + " – report"),
            Element.of("style").with(new UnescapedText(style.text())));
  }

  private static Element body(Page page, Resource script) {
    DomContent runbooks = new RunbookList(page).render();
    return Element.of("body")
        .with(
            new UnescapedText(Resource.named("report/icons.svg").text()),
            Element.of("a", "skip").attr("href", "#runbooks").withText("Skip to the runbooks"),
            new FirstScreen(page).header(),
            Element.of("main")
                .with(
                    new FirstScreen(page).overview(),
                    new TimelineStrip(page).render(),
                    new NodeMatrix(page).render(),
                    runbooks,
                    new ArchiveSection(page).render()),
            footer(page.report()),
            Element.of("p", "said").attr("role", "status").attr("aria-live", "polite"),
            Element.of("script").with(new UnescapedText(script.text())));
  }

  private static Element footer(Report report) {
    return Element.of("footer")
        .say(
            JsonReport.TOOL
                + " "
                + VisibleText.line(report.toolVersion(), 40)
                + ". All times are UTC, by the cluster's clock. Missing data is never read as"
                + " healthy.");
  }
}
