package mganalyze.runbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mganalyze.finding.Strength;
import mganalyze.gather.KnownTypes;

/**
 * The table of runbooks for a README: what decides each, what it reads, which image gathers that,
 * and which verdicts it can give by itself.
 */
public final class RunbookTable {
  private RunbookTable() {}

  /** Markdown, one row for each runbook. */
  public static String markdown(Collection<Runbook> runbooks) {
    StringBuilder table = new StringBuilder();
    table.append("| runbook | decided by | reads (gathered by) | verdicts without alert rules |\n");
    table.append("| --- | --- | --- | --- |\n");
    for (Runbook runbook : runbooks) {
      table
          .append("| ")
          .append(runbook.name())
          .append(" | ")
          .append(runbook.decides())
          .append(" | ")
          .append(String.join("; ", reads(runbook)))
          .append(" | ")
          .append(String.join(", ", verdicts(runbook)))
          .append(" |\n");
    }
    return table.toString();
  }

  private static Set<String> reads(Runbook runbook) {
    Set<String> reads = new LinkedHashSet<>();
    for (Check check : runbook.checks()) {
      if (check.strength() != Strength.CAUSE) {
        check.inputs().forEach(input -> reads.add(describe(input)));
      }
    }
    return reads;
  }

  private static String describe(Input input) {
    if (input instanceof Input.Objects objects) {
      return objects.type() + " (" + collectors(objects) + ")";
    }
    if (input instanceof Input.LogLines lines) {
      return "logs of "
          + (lines.pods().labels().isEmpty() ? lines.pods().type() : lines.pods().labels())
          + " (both)";
    }
    if (input instanceof Input.Targets) {
      return "scrape targets (OpenShift)";
    }
    return input instanceof Input.Samples samples
        ? "samples of " + samples.metric() + " (on request)"
        : "alert rules (OpenShift)";
  }

  /**
   * A namespace that is inspected as a whole is so by both images; the OpenShift image comes to it
   * through the webhooks.
   */
  private static String collectors(Input.Objects objects) {
    Set<String> products = KnownTypes.collectors(objects.type());
    if (objects.namespace().isPresent() && products.isEmpty()) {
      return "both";
    }
    return products.isEmpty()
        ? "inspected namespaces"
        : products.size() > 1 ? "both" : products.iterator().next();
  }

  private static List<String> verdicts(Runbook runbook) {
    List<String> verdicts = new ArrayList<>();
    if (runbook.isDecidable()) {
      verdicts.add("confirmed");
    }
    boolean hints =
        runbook.checks().stream().anyMatch(check -> check.strength() == Strength.SUSPECTED);
    if (hints || (runbook.isDecidable() && runbook.heldFor() > 0)) {
      verdicts.add("suspected");
    }
    if (runbook.isDecidable()) {
      verdicts.add("clear");
    }
    verdicts.add("undetermined");
    if (!runbook.appliesTo().isEmpty() || runbook.versions().isPresent()) {
      verdicts.add("not-applicable");
    }
    return verdicts;
  }
}
