package mganalyze.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import mganalyze.diagnosis.Report;

/** The formats a report can be written in, as {@code --format} spells them. */
public enum Format {
  HTML("html", ".report.html", HtmlReport::write),
  JSON("json", ".report.json", JsonReport::write),
  MD("md", ".report.md", MarkdownReport::write),
  TXT("txt", ".report.txt", TextReport::write),
  JUNIT("junit", ".junit.xml", JunitReport::write),
  SARIF("sarif", ".sarif.json", SarifReport::write);

  private interface Writing {
    void write(Report report, OutputStream out) throws IOException;
  }

  private final String word;
  private final String fileSuffix;
  private final Writing writing;

  Format(String word, String fileSuffix, Writing writing) {
    this.word = word;
    this.fileSuffix = fileSuffix;
    this.writing = writing;
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
    writing.write(report, out);
  }
}
