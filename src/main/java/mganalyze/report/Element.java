package mganalyze.report;

import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import j2html.tags.UnescapedText;
import mganalyze.finding.Verdict;

/**
 * An HTML or SVG element. Whatever text comes from a report goes in through {@link #say}, which
 * makes it visible; attributes are for this program's own words and numbers only.
 */
final class Element extends ContainerTag<Element> {
  Element(String name) {
    super(name);
  }

  static Element of(String name) {
    return new Element(name);
  }

  static Element of(String name, String cssClass) {
    return new Element(name).withClass(cssClass);
  }

  /** The head of a table, with a word for each column. */
  static Element heading(String... words) {
    Element row = of("tr");
    for (String word : words) {
      row.with(of("th").attr("scope", "col").withText(word));
    }
    return of("thead").with(row);
  }

  /** What is put where there is nothing to say. */
  static DomContent nothing() {
    return new UnescapedText("");
  }

  /** Adds text that may hold anything. */
  Element say(String text) {
    return withText(VisibleText.of(text));
  }

  /** Adds a picture of the verdict; the word has to stand beside it. */
  Element icon(Verdict verdict) {
    return icon(verdict.word());
  }

  /** Adds one of the pictures of {@code report/icons.svg}. */
  Element icon(String name) {
    return with(
        of("svg", "icon")
            .attr("aria-hidden", "true")
            .with(of("use").attr("href", "#icon-" + name)));
  }

  /** Adds a button that copies the text of the element before it; of use with the script only. */
  Element copyButton() {
    return with(of("button", "copy").attr("type", "button").withText("Copy"));
  }
}
