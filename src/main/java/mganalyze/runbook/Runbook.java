package mganalyze.runbook;

import java.util.List;
import java.util.Optional;
import mganalyze.finding.Severity;

/**
 * One runbook. Its file looks like this:
 *
 * <pre>
 * ---
 * alert: LowVirtAPICount
 * component: kubevirt
 * severity: warning
 * for: 60m
 * appliesTo: kubevirts.kubevirt.io
 * bind:
 *   virt-api: oc get pods -n $NAMESPACE -l kubevirt.io=virt-api -o name
 * checks:
 * - id: too-few-virt-api-pods
 *   strength: confirmed
 *   inputs:
 *     deployment: deployments/virt-api -n $NAMESPACE
 *   jq: ...
 * ---
 * # LowVirtAPICount
 * ## Meaning
 * ...
 * </pre>
 *
 * @param file where it was read, for messages
 * @param aliases older names of the alert; in a rules dump they count as it
 * @param component short name of the operator, empty if it says none
 * @param heldFor seconds that the condition must hold before the alert fires
 * @param appliesTo types of which the cluster must have an object; none: always applies
 * @param versions the versions that have the alert, where not all do
 * @param binds values for the placeholders of the steps
 * @param decides what decides it, in a few words for the table of runbooks
 * @param isRunbook whether it has front matter, or any of the four sections; a folder of documents
 *     has others, too
 */
public record Runbook(
    String file,
    String name,
    List<String> aliases,
    Optional<String> component,
    Optional<Severity> severity,
    long heldFor,
    List<String> appliesTo,
    Optional<VersionRange> versions,
    List<Bind> binds,
    List<Check> checks,
    String decides,
    Prose prose,
    List<Step> steps,
    boolean isRunbook) {

  public Runbook {
    aliases = List.copyOf(aliases);
    appliesTo = List.copyOf(appliesTo);
    binds = List.copyOf(binds);
    checks = List.copyOf(checks);
    steps = List.copyOf(steps);
  }

  /** Its sections as Markdown; those that it does not have are empty. */
  public record Prose(
      String title, String meaning, String impact, String diagnosis, String mitigation) {}

  /** Whether any check can decide its condition; what only metrics decide has none. */
  public boolean isDecidable() {
    return checks.stream().anyMatch(Check::isDeciding);
  }
}
