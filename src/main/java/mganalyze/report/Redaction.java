package mganalyze.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mganalyze.diagnosis.Report;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.diagnosis.StepResult;

/**
 * Takes addresses, domains, host names and the cluster's id out of reports, and the names of nodes,
 * namespaces and virtual machines if asked. The same word becomes the same token in all reports of
 * a call. What was missed in a report is looked for once more in the finished files.
 */
public final class Redaction implements ReportFiles.Check {
  private final boolean names;
  private final RedactionTokens tokens = new RedactionTokens();
  private final NameDetector cluster = new NameDetector("clusterid");
  private final NameDetector nodes = new NameDetector("node");
  private final NameDetector namespaces = new NameDetector("namespace");
  private final NameDetector machines = new NameDetector("vm");
  private final DomainDetector domains = new DomainDetector();
  private final List<Detector> detectors = new ArrayList<>();

  /**
   * @param names whether the names of nodes, namespaces and virtual machines go as well; those that
   *     every cluster has ({@code openshift-…}, {@code kube-…}) stay
   */
  public Redaction(boolean names) {
    this.names = names;
    detectors.add(cluster);
    if (names) {
      detectors.addAll(List.of(nodes, machines, namespaces));
    }
    detectors.addAll(List.of(AddressDetector.values()));
    detectors.add(domains);
  }

  /** The report without what identifies the cluster. */
  public Report redacted(Report report) {
    if (report.cluster().id().isPresent()) {
      cluster.learn(report.cluster().id().get());
    }
    Set<String> ownWords = ownWords(report);
    new NameCollector(
            new NameCollector.Learning() {
              @Override
              public void node(String name) {
                learn(nodes, name, ownWords);
                int dot = name.indexOf('.');
                if (dot > 0) {
                  // People call the host by its first label; what stands behind is the domain.
                  learn(nodes, name.substring(0, dot), ownWords);
                  domains.learn(name.substring(dot + 1));
                }
              }

              @Override
              public void namespace(String name) {
                boolean isEverywhere =
                    name.equals("default")
                        || name.startsWith("openshift")
                        || name.startsWith("kube-")
                        || name.startsWith("kubevirt");
                learn(namespaces, isEverywhere ? "" : name, ownWords);
              }

              @Override
              public void machine(String name) {
                learn(machines, name, ownWords);
              }
            })
        .collect(report);
    return ReportTexts.changed(report, this::redacted);
  }

  /**
   * A name that is one of the report's own words identifies nobody, and would garble the report.
   */
  private static void learn(NameDetector detector, String name, Set<String> ownWords) {
    if (name.length() > 1 && !ownWords.contains(name.toLowerCase(Locale.ROOT))) {
      detector.learn(name);
    }
  }

  private String redacted(String text) {
    String redacted = text;
    for (Detector detector : detectors) {
      redacted = tokens.replaced(redacted, detector);
    }
    return redacted;
  }

  /**
   * Looks for what is left in a finished output.
   *
   * @throws IOException if there is something; the message tells the kind, not the word
   */
  @Override
  public void check(Format format, Path file) throws IOException {
    String text = Files.readString(file);
    for (Detector detector : detectors) {
      if (detector.next(text, 0).isPresent()) {
        throw new LeftoverException(
            "the "
                + format.word()
                + " report still holds something to redact ("
                + detector.kind()
                + "); nothing was written");
      }
    }
  }

  /** A line for each token, {@code token<TAB>original}: whoever has it can undo the redaction. */
  public String map() {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, String> entry : tokens.originals().entrySet()) {
      lines.append(entry.getKey()).append('\t').append(entry.getValue()).append('\n');
    }
    return lines.toString();
  }

  /** The words that are not the archive's: of the report with all texts left out, of runbooks. */
  private Set<String> ownWords(Report report) {
    Set<String> words = new HashSet<>();
    if (!names) {
      return words;
    }
    Report wordless = ReportTexts.changed(report, text -> "");
    for (Format format : Format.values()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try {
        format.write(wordless, out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      addWords(words, out.toString(StandardCharsets.UTF_8));
    }
    for (RunbookResult runbook : report.runbooks()) {
      addWords(words, runbook.name() + " " + runbook.title() + " " + runbook.component());
      addWords(words, runbook.meaning() + " " + runbook.impact());
      for (StepResult step : runbook.steps()) {
        addWords(words, step.title() + " " + step.command());
      }
    }
    return words;
  }

  private static void addWords(Set<String> words, String text) {
    for (int start = 0; start < text.length(); ) {
      int end = start;
      while (end < text.length()
          && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-')) {
        end++;
      }
      if (end > start) {
        words.add(text.substring(start, end).toLowerCase(Locale.ROOT));
      }
      start = end + 1;
    }
  }
}
