package mganalyze.report;

import j2html.tags.DomContent;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.diagnosis.StepResult;
import mganalyze.finding.Verdict;

/** The runbook's commands: as written, as run, and what they print. */
final class StepLedger {
  private static final int RUN_LIMIT = 60;
  private static final int OUTPUT_CHARS = 60_000;
  private static final int QUIET_OUTPUT_CHARS = 8_000;
  private static final int COMMAND_CHARS = 4_000;

  private final RunbookResult runbook;
  private final Quota quota;

  StepLedger(RunbookResult runbook, Quota quota) {
    this.runbook = runbook;
    this.quota = quota;
  }

  DomContent render() {
    if (runbook.steps().isEmpty()) {
      return Element.nothing();
    }
    Element section = Element.of("section", "steps");
    Element list = Element.of("ol");
    int shown = 0;
    for (StepResult step : runbook.steps()) {
      if (quota.isSpent()) {
        break;
      }
      shown++;
      list.with(step(step));
    }
    return section.with(
        Element.of("h5").withText("Diagnosis, step by step"),
        list,
        RunbookSection.more(runbook.steps().size() - shown));
  }

  private Element step(StepResult step) {
    quota.elements(6);
    Element item =
        Element.of("li")
            .attr("value", String.valueOf(step.number()))
            .with(Element.of("p", "title").say(quota.line(step.title(), 400)));
    boolean runsAsWritten =
        step.runs().size() == 1 && step.runs().get(0).command().equals(step.command());
    if (!runsAsWritten && !step.command().isEmpty()) {
      item.with(
          Element.of("p", "written")
              .withText("as written ")
              .with(Element.of("code").say(quota.text(step.command(), COMMAND_CHARS))));
    }
    int shown = 0;
    for (StepResult.Run run : step.runs()) {
      if (shown == RUN_LIMIT || quota.isSpent()) {
        break;
      }
      shown++;
      item.with(run(run));
    }
    return item.with(RunbookSection.more(step.runs().size() - shown));
  }

  private DomContent run(StepResult.Run run) {
    quota.elements(10);
    Element head =
        Element.of(run.output().isEmpty() ? "div" : "summary", "run-head")
            .with(
                Element.of("span", "outcome " + run.outcome().word())
                    .withText(words(run.outcome())),
                Element.of("code").say(quota.text(run.command(), COMMAND_CHARS)));
    Element block = Element.of(run.output().isEmpty() ? "div" : "details", "run").with(head);
    if (!run.output().isEmpty()) {
      head.with(Element.of("span", "size").withText(size(run.output())));
      block.with(output(run));
    }
    if (run.detail().isPresent()) {
      block.with(Element.of("p", "detail").say(quota.line(run.detail().get(), 800)));
    }
    return block;
  }

  private static String words(StepResult.Outcome outcome) {
    return switch (outcome) {
      case RAN -> "ran";
      case NO_DATA -> "no data";
      case NEEDS_LIVE_CLUSTER -> "needs a live cluster";
      case MANUAL -> "by hand";
      case UNSUPPORTED -> "not supported";
      case FAILED -> "failed";
    };
  }

  private static String size(String output) {
    int lines = 0;
    for (int at = output.indexOf('\n'); at >= 0; at = output.indexOf('\n', at + 1)) {
      lines++;
    }
    return Fact.count(output.endsWith("\n") ? lines : lines + 1, "line");
  }

  private Element output(StepResult.Run run) {
    boolean quiet = runbook.verdict().compareTo(Verdict.UNDETERMINED) > 0;
    String shown = quota.text(run.output(), quiet ? QUIET_OUTPUT_CHARS : OUTPUT_CHARS);
    Element output =
        Element.of("div", "printed")
            .with(Element.of("pre").withTabindex(0).with(Element.of("code").say(shown)))
            .copyButton();
    if (shown.length() < run.output().length()) {
      output.with(note("Cut here; the JSON report has more."));
    } else if (run.truncated()) {
      output.with(note("Cut: the command prints more than a report holds."));
    }
    if (!run.sources().isEmpty()) {
      String first = quota.line(run.sources().get(0), 400);
      int others = run.sources().size() - 1;
      output.with(
          Element.of("p", "source")
              .say(
                  "from "
                      + first
                      + (others == 0 ? "" : " and " + Fact.count(others, "other file"))));
    }
    return output;
  }

  private static Element note(String words) {
    return Element.of("p", "more").withText(words);
  }
}
