package mganalyze.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mganalyze.diagnosis.Report;
import mganalyze.finding.Nullable;
import mganalyze.report.Format;
import mganalyze.report.Redaction;
import mganalyze.report.ReportFiles;
import picocli.CommandLine.Option;

/** Where reports go, in which formats, and what is left out of them. */
final class ReportOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where the reports go; created if missing. Default: the current folder.")
  private Path output = Path.of(".");

  @Option(
      names = {"-f", "--format"},
      paramLabel = "LIST",
      split = ",",
      description =
          "Formats, separated by commas: html, json, md, txt, junit, sarif. Default: html,json.")
  private List<String> formats = List.of("html", "json");

  @Option(
      names = "--case",
      paramLabel = "NUMBER",
      description = "Names the reports after a support case: NUMBER_mg-analyze.html and so on.")
  private String caseNumber;

  @Option(
      names = "--redact",
      arity = "0..1",
      fallbackValue = "addresses",
      paramLabel = "WHAT",
      description =
          "Replaces addresses, domain and host names and the cluster's id by tokens; --redact=names also nodes, namespaces and virtual machines.")
  private String redact;

  @Option(
      names = "--redact-map",
      paramLabel = "FILE",
      description = "Writes which token stands for what.")
  private Path redactMap;

  private @Nullable ReportFiles files;
  private @Nullable Redaction shared;

  /** Looks at the options and makes the output folder; throws {@link UsageException}. */
  void prepare() {
    if (redact != null && !redact.equals("addresses") && !redact.equals("names")) {
      throw new UsageException("--redact: '" + redact + "' is none of names, addresses");
    }
    if (redactMap != null && redact == null) {
      throw new UsageException("--redact-map goes with --redact");
    }
    if (caseNumber != null
        && (caseNumber.isBlank()
            || caseNumber.contains("/")
            || caseNumber.contains("\\")
            || caseNumber.startsWith("."))) {
      throw new UsageException("--case: '" + caseNumber + "' cannot be part of a file's name");
    }
    files = new ReportFiles(output, chosen(), Optional.ofNullable(caseNumber));
    try {
      files.prepareFolder();
    } catch (IOException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private List<Format> chosen() {
    List<Format> chosen = new ArrayList<>();
    for (String word : formats) {
      Format format =
          Format.of(word.strip())
              .orElseThrow(
                  () ->
                      new UsageException(
                          "--format: no such format: '"
                              + word
                              + "'; there are html, json, md, txt, junit, sarif"));
      if (!chosen.contains(format)) {
        chosen.add(format);
      }
    }
    return chosen;
  }

  /** A report as it may be shown, and its files. */
  record Written(Report report, List<Path> files) {}

  /** Writes all formats, or none. */
  Written write(String archive, Report report) throws IOException {
    ReportFiles prepared = Objects.requireNonNull(files, "the options were not prepared");
    if (redact == null) {
      return new Written(report, prepared.write(archive, report));
    }
    Redaction redaction = redaction();
    Report redacted = redaction.redacted(report);
    List<Path> written = prepared.write(archive, redacted, redaction);
    if (redactMap != null) {
      Files.write(redactMap, redaction.map().getBytes(StandardCharsets.UTF_8));
    }
    return new Written(redacted, written);
  }

  /** One for all reports of a call: the same word has the same token in all of them. */
  private Redaction redaction() {
    if (shared == null) {
      shared = new Redaction("names".equals(redact));
    }
    return shared;
  }
}
