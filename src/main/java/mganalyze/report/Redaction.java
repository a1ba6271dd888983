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
import mganalyze.diagnosis.AlertSummary;
import mganalyze.diagnosis.Report;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.diagnosis.StepResult;
import mganalyze.finding.Finding;

/**
 * Takes addresses, domains, host names and the cluster's id out of reports, and the names of nodes,
 * namespaces and virtual machines if asked. The same word becomes the same token in all reports of
 * a call. What was missed in a report is looked for once more in the finished files.
 */
public final class Redaction implements ReportFiles.Check {
  private final boolean names;
  private final RedactionTokens tokens = new RedactionTokens();
  private final NameDetector cluster = new NameDetector("clusterid", NameContext.NODE);
  private final NameDetector nodes = new NameDetector("node", NameContext.NODE);
  private final NameDetector namespaces = new NameDetector("namespace", NameContext.NAMESPACE);
  private final NameDetector machines = new NameDetector("vm", NameContext.MACHINE);
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
    Words words = names ? new Words(commonWords(report), vocabulary(report)) : Words.NONE;
    new NameCollector(
            new NameCollector.Learning() {
              @Override
              public void node(String name) {
                learn(nodes, name, words);
                int dot = name.indexOf('.');
                if (dot > 0) {
                  // People call the host by its first label; what stands behind is the domain.
                  learn(nodes, name.substring(0, dot), words);
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
                learn(namespaces, isEverywhere ? "" : name, words);
              }

              @Override
              public void machine(String name) {
                learn(machines, name, words);
              }
            })
        .collect(report);
    return ReportTexts.changed(report, this::redacted);
  }

  /**
   * Words that names may be spelled like.
   *
   * @param common the report's own words: such a name is taken out only where it is told to be one
   * @param fixed what fields of the report are made of: such a name identifies nobody
   */
  private record Words(Set<String> common, Set<String> fixed) {
    static final Words NONE = new Words(Set.of(), Set.of());
  }

  private static void learn(NameDetector detector, String name, Words words) {
    if (name.isEmpty() || words.fixed().contains(name.toLowerCase(Locale.ROOT))) {
      return;
    }
    if (name.length() == 1 || words.common().contains(name.toLowerCase(Locale.ROOT))) {
      detector.learnCommonWord(name);
    } else {
      detector.learn(name);
    }
  }

  /** Words that stand alone in fields: kinds, states, components, names of labels. */
  private static Set<String> vocabulary(Report report) {
    Set<String> fixed = new HashSet<>(Set.of("alerts", "gather", "name", "namespace", "none"));
    for (RunbookResult runbook : report.runbooks()) {
      runbook.component().ifPresent(component -> addWords(fixed, component));
      for (Finding finding : runbook.findings()) {
        addWords(fixed, finding.id());
        finding.object().ifPresent(object -> addWords(fixed, object.kind()));
      }
      if (runbook.alert().isPresent()) {
        addWords(fixed, runbook.alert().get().state());
        for (AlertSummary.Instance instance : runbook.alert().get().instances()) {
          addWords(fixed, instance.state() + " " + String.join(" ", instance.labels().keySet()));
        }
      }
    }
    for (Report.Timeline.Event event : report.timeline().events()) {
      addWords(fixed, event.kind());
    }
    for (Report.NodeRow node : report.nodes()) {
      addWords(fixed, node.roles());
      node.cells().forEach(cell -> addWords(fixed, cell.component()));
    }
    return fixed;
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
  private static Set<String> commonWords(Report report) {
    Set<String> words = new HashSet<>();
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
