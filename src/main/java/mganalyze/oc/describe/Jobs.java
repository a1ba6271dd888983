package mganalyze.oc.describe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mganalyze.oc.table.Cells;
import mganalyze.oc.value.Ages;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;

/** Jobs and cron jobs. */
final class Jobs {
  private static final int SHOWN_INDEXES = 50;

  private final Surroundings surroundings;

  Jobs(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  void job(Struct job, Description out) {
    out.field(0, "Name", job.name());
    out.field(0, "Namespace", job.namespace());
    out.field(0, "Selector", Cells.selector(job.at("spec", "selector")));
    out.pairs("Labels", job.map("metadata", "labels"));
    out.annotations("Annotations", job.map("metadata", "annotations"));
    optional(out, "Controlled By", Cells.controller(job));
    optional(out, "Parallelism", job.text("spec", "parallelism"));
    out.field(0, "Completions", job.textOr("<unset>", "spec", "completions"));
    optional(out, "Completion Mode", job.text("spec", "completionMode"));
    optional(out, "Suspend", job.text("spec", "suspend"));
    optional(out, "Backoff Limit", job.text("spec", "backoffLimit"));
    optional(out, "TTL Seconds After Finished", job.text("spec", "ttlSecondsAfterFinished"));
    times(job, out);
    if (job.has("spec", "activeDeadlineSeconds")) {
      out.field(0, "Active Deadline Seconds", job.number("spec", "activeDeadlineSeconds") + "s");
    }
    out.field(0, "Pods Statuses", pods(job.at("status")));
    if (job.text("spec", "completionMode").equals("Indexed")) {
      out.field(0, "Completed Indexes", indexes(job.text("status", "completedIndexes")));
    }
    PodTemplateSection.print(job.at("spec", "template"), out);
    surroundings.events(job, out);
  }

  private static void times(Struct job, Description out) {
    String start = job.text("status", "startTime");
    String end = job.text("status", "completionTime");
    if (!start.isEmpty()) {
      out.field(0, "Start Time", Times.rfc1123(start));
    }
    if (!end.isEmpty()) {
      out.field(0, "Completed At", Times.rfc1123(end));
    }
    Optional<Instant> from = Times.parse(start);
    Optional<Instant> to = Times.parse(end);
    if (from.isPresent() && to.isPresent()) {
      out.field(0, "Duration", Ages.print(Duration.between(from.get(), to.get())));
    }
  }

  private static String pods(Struct status) {
    String ready = status.has("ready") ? " (" + status.number("ready") + " Ready)" : "";
    return status.number("active")
        + " Active"
        + ready
        + " / "
        + status.number("succeeded")
        + " Succeeded / "
        + status.number("failed")
        + " Failed";
  }

  private static String indexes(String indexes) {
    if (indexes.isEmpty()) {
      return "<none>";
    }
    int comma = indexes.indexOf(',', SHOWN_INDEXES);
    return comma < 0 ? indexes : indexes.substring(0, comma + 1) + "...";
  }

  private static void optional(Description out, String name, String value) {
    if (!value.isEmpty()) {
      out.field(0, name, value);
    }
  }

  void cronJob(Struct job, Description out) {
    out.field(0, "Name", job.name());
    out.field(0, "Namespace", job.namespace());
    out.pairs("Labels", job.map("metadata", "labels"));
    out.annotations("Annotations", job.map("metadata", "annotations"));
    Struct spec = job.at("spec");
    out.field(0, "Schedule", spec.text("schedule"));
    out.field(0, "Concurrency Policy", spec.text("concurrencyPolicy"));
    String suspended = spec.flag("suspend") ? "True" : "False";
    out.field(0, "Suspend", spec.has("suspend") ? suspended : "<unset>");
    out.field(
        0, "Successful Job History Limit", spec.textOr("<unset>", "successfulJobsHistoryLimit"));
    out.field(0, "Failed Job History Limit", spec.textOr("<unset>", "failedJobsHistoryLimit"));
    String deadline = spec.text("startingDeadlineSeconds");
    out.field(0, "Starting Deadline Seconds", deadline.isEmpty() ? "<unset>" : deadline + "s");
    template(spec.at("jobTemplate", "spec"), out);
    String last = job.text("status", "lastScheduleTime");
    out.field(0, "Last Schedule Time", last.isEmpty() ? "<unset>" : Times.rfc1123(last));
    List<String> active =
        job.items("status", "active").stream().map(entry -> entry.text("name")).toList();
    out.field(0, "Active Jobs", active.isEmpty() ? "<none>" : String.join(", ", active));
    surroundings.events(job, out);
  }

  private static void template(Struct spec, Description out) {
    out.field(
        0, "Selector", spec.has("selector") ? Cells.selector(spec.at("selector")) : "<unset>");
    out.field(0, "Parallelism", spec.textOr("<unset>", "parallelism"));
    out.field(0, "Completions", spec.textOr("<unset>", "completions"));
    if (spec.has("activeDeadlineSeconds")) {
      out.field(0, "Active Deadline Seconds", spec.number("activeDeadlineSeconds") + "s");
    }
    PodTemplateSection.print(spec.at("template"), out);
  }
}
