package mganalyze.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import mganalyze.diagnosis.Report;
import mganalyze.finding.SecretMask;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileReportTest {
  private static final Set<String> ELEMENTS =
      Set.of(
          ("html head meta title style body svg defs symbol path circle rect g use line text a header p h1 h2 h3 h4"
                  + " h5 dl dt dd div main section ul ol li b i span mark strong em blockquote br hr code pre"
                  + " button form label input select option output details summary table thead tbody tr th td"
                  + " footer script")
              .split(" "));

  static Stream<Report> hostile() {
    return Stream.of(
        HostileReports.behindEveryText(),
        HostileReports.insteadOfEveryText(),
        HostileReports.endless(),
        HostileReports.nested());
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void noElementOrAttributeOfThePageComesFromTheArchive(Report report) throws IOException {
    String page = written(Format.HTML, report);
    for (PageReader.Tag tag : PageReader.tags(page)) {
      assertTrue(ELEMENTS.contains(tag.name()) || tag.name().equals("title"), tag::toString);
      for (Map.Entry<String, String> attribute : tag.attributes().entrySet()) {
        String name = attribute.getKey();
        String value = attribute.getValue();
        assertFalse(
            name.startsWith("on") || name.equals("style") || name.equals("src"), tag::toString);
        boolean isLink = name.equals("href") && tag.name().equals("a");
        boolean isProse = value.startsWith("https://") && isLink;
        assertTrue(!isLink || isProse || value.startsWith("#"), tag::toString);
        // Links of meaning and impact are the runbook's own; nothing of the archive is put there.
        boolean isId = name.equals("id") || isLink;
        assertTrue(isProse || isId || !value.contains(HostileReports.MARK), tag::toString);
        assertTrue(!isId || isProse || value.matches("#?[A-Za-z0-9._-]*"), tag::toString);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void noControlCharacterIsInTextForPeople(Report report) throws IOException {
    for (Format format : Format.values()) {
      assertHarmless(format.word(), written(format, report));
    }
    assertHarmless("summary", Summary.of(report, List.of(), false));
  }

  private static void assertHarmless(String what, String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean isPlain =
          c == '\n' || c == '\t' || c >= ' ' && c != 0x7F && !VisibleText.isInvisible(c);
      assertTrue(isPlain, what + " has " + Integer.toHexString(c) + " at " + at);
    }
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void buildServersCanReadTheXml(Report report) throws Exception {
    DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(
            new ByteArrayInputStream(
                written(Format.JUNIT, report).getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void theCaseCommentStaysShort(Report report) throws IOException {
    int bytes = written(Format.MD, report).getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes <= MarkdownReport.BYTE_LIMIT, bytes + " bytes");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void thePageStaysSmall(Report report) throws IOException {
    int bytes = written(Format.HTML, report).getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < 5_000_000, bytes + " bytes");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void theCaseCommentHasNoLinkImageOrHtml(Report report) throws IOException {
    Node comment = Parser.builder().build().parse(written(Format.MD, report));
    comment.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            throw new AssertionError(link);
          }

          @Override
          public void visit(Image image) {
            throw new AssertionError(image);
          }

          @Override
          public void visit(HtmlInline html) {
            throw new AssertionError(html.getLiteral());
          }

          @Override
          public void visit(HtmlBlock html) {
            throw new AssertionError(html.getLiteral());
          }
        });
  }

  @Test
  void secretsThatWereMaskedAreInNoOutput() throws IOException {
    String secret = "hunter2hunter2";
    Report report =
        ReportTexts.changed(
            SampleReports.broken(),
            text ->
                SecretMask.mask(
                    text
                        + "\npassword: "
                        + secret
                        + " https://u:"
                        + secret
                        + "@h/ Bearer "
                        + secret));
    for (Format format : Format.values()) {
      assertFalse(written(format, report).contains(secret), format.word());
    }
  }

  @Test
  void linksOfMitigationsAreText() throws IOException {
    Report report =
        ReportTexts.changed(
            SampleReports.broken(),
            text -> text.startsWith("1. Choose") ? "[here](https://zqxj.example/a)" : text);
    String page = written(Format.HTML, report);
    assertTrue(page.contains("here (https://zqxj.example/a)"));
    assertFalse(page.contains("href=\"https://zqxj"));
    assertTrue(page.contains("href=\"https://docs.example.com/storage\""));
  }

  @Test
  void aSurrogateAloneBecomesAReplacementCharacter() throws IOException {
    assertEquals("a\uFFFDb", WellFormed.of("a\uD800b"));
    assertEquals("a\uD83D\uDE00b", VisibleText.of("a\uD83D\uDE00b"));
    assertEquals("\u241B[0m\uFFFD", VisibleText.of("\u001b[0m\u202E"));
  }

  static String written(Format format, Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
