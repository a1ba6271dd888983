package mganalyze.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import mganalyze.diagnosis.Report;

/** The formats a report can be written in, as {@code --format} spells them. */
public enum Format {
  HTML("html", ".report.html"),
  JSON("json", ".report.json"),
  MD("md", ".report.md"),
  TXT("txt", ".report.txt"),
  JUNIT("junit", ".junit.xml"),
  SARIF("sarif", ".sarif.json");

  private final String word;
  private final String fileSuffix;

  Format(String word, String fileSuffix) {
    this.word = word;
    this.fileSuffix = fileSuffix;
  }

  public String word() {
    return word;
  }

  /** What a file of this format adds to the archive's name, for example {@code .report.html}. */
  public String fileSuffix() {
    return fileSuffix;
  }

  /** The format that is spelled {@code word}, or empty. */
  public static Optional<Format> of(String word) {
    for (Format format : values()) {
      if (format.word.equals(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** Writes the report, UTF-8; the stream is left open. The same report gives the same bytes. */
  public void write(Report report, OutputStream out) throws IOException {
    switch (this) {
      case HTML -> HtmlReport.write(report, out);
      case JSON -> JsonReport.write(report, out);
      case MD -> MarkdownReport.write(report, out);
      case TXT -> TextReport.write(report, out);
      case JUNIT -> JunitReport.write(report, out);
      case SARIF -> SarifReport.write(report, out);
    }
  }
}
