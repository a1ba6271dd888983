package mganalyze.report;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import mganalyze.diagnosis.Report;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.finding.Evidence;
import mganalyze.finding.Finding;
import mganalyze.finding.Verdict;

/**
 * Writes the XML that build servers show as test results: a test for each runbook, which fails when
 * the runbook is confirmed. What is not decided, or cannot apply, is skipped, with the verdict in
 * the message; it never counts as passed.
 */
final class JunitReport {
  private static final int FINDING_LIMIT = 100;

  private final XMLStreamWriter xml;

  private JunitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void write(Report report, OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      new JunitReport(xml).report(report);
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void report(Report report) throws XMLStreamException {
    VerdictCounts counts = new VerdictCounts(report.runbooks());
    int failures = counts.of(Verdict.CONFIRMED);
    int skipped = report.runbooks().size() - failures - counts.of(Verdict.CLEAR);
    xml.writeStartDocument("UTF-8", "1.0");
    newLine(0);
    xml.writeStartElement("testsuites");
    newLine(1);
    xml.writeStartElement("testsuite");
    attribute("name", report.archive().name());
    attribute("tests", String.valueOf(report.runbooks().size()));
    attribute("failures", String.valueOf(failures));
    attribute("errors", "0");
    attribute("skipped", String.valueOf(skipped));
    attribute("time", "0");
    if (report.archive().gatheredAt().isPresent()) {
      attribute("timestamp", Moment.text(report.archive().gatheredAt().get()).substring(0, 19));
    }
    for (RunbookResult runbook : report.runbooks()) {
      runbook(runbook);
    }
    newLine(1);
    xml.writeEndElement();
    newLine(0);
    xml.writeEndElement();
    newLine(0);
    xml.writeEndDocument();
  }

  private void runbook(RunbookResult runbook) throws XMLStreamException {
    newLine(2);
    if (runbook.verdict() == Verdict.CLEAR) {
      xml.writeEmptyElement("testcase");
      testCase(runbook);
      return;
    }
    xml.writeStartElement("testcase");
    testCase(runbook);
    newLine(3);
    if (runbook.verdict() == Verdict.CONFIRMED) {
      xml.writeStartElement("failure");
      attribute("type", runbook.severity().map(known -> known.word()).orElse("unknown"));
      attribute("message", runbook.reason());
      xml.writeCharacters(findings(runbook));
      xml.writeEndElement();
    } else {
      xml.writeEmptyElement("skipped");
      attribute("message", runbook.verdict().word() + ": " + runbook.reason());
    }
    newLine(2);
    xml.writeEndElement();
  }

  private void testCase(RunbookResult runbook) throws XMLStreamException {
    attribute("classname", runbook.component().orElse("runbook"));
    attribute("name", runbook.name());
    attribute("time", "0");
  }

  private static String findings(RunbookResult runbook) {
    StringBuilder text = new StringBuilder();
    int shown = Math.min(FINDING_LIMIT, runbook.findings().size());
    for (Finding finding : runbook.findings().subList(0, shown)) {
      text.append('\n').append(VisibleText.line(finding.message(), 1000));
      for (Evidence evidence : finding.evidence()) {
        text.append("\n  ").append(VisibleText.line(evidence.path(), 1000));
        text.append(':').append(evidence.line());
      }
    }
    if (runbook.findings().size() > shown) {
      text.append("\nand ").append(runbook.findings().size() - shown).append(" more");
    }
    return text.append('\n').toString();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, VisibleText.line(value, 1000));
  }

  private void newLine(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
