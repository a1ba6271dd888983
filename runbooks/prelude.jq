# Functions that the checks of all runbooks share. Each definition starts with `def` in the first column; its comment stands above it.
# Every program also has $cluster (facts of the cluster: openshiftVersion, virtualizationVersion, versions by component, controlPlaneTopology, platform, nodes,
# installNamespace, gatheredAt) and $gatheredAt (seconds since 1970).

# --- findings ---

# A finding about the input object; its evidence is the line of the object's name.
def finding($message): {message: $message, source: .__source, at: []};

# A finding about the input object; its evidence are the lines of the fields that the paths in f select.
def finding($message; f): {message: $message, source: .__source, at: [path(f)]};

# Adds the line of another object's name to a finding's evidence.
def also($object): .also = ((.also // []) + [{source: $object.__source, at: []}]);

# Adds the lines of another object's fields to a finding's evidence.
def also($object; f): .also = ((.also // []) + [{source: $object.__source, at: [$object | path(f)]}]);

# The check comes to no answer, for want of what the words name; the image that gathers it is "openshift" or "virtualization".
def undecided($what; $image): {undecided: $what, gatheredBy: $image};

# The condition has held since a time (RFC 3339; null: no telling). Held for less than the runbook's `for`, a finding is only suspected.
def since($time): if $time == null then . else .since = $time end;

# The same against another duration in seconds, where versions of the alert differ.
def since($time; $seconds): if $time == null then . else .since = $time | .heldFor = $seconds end;

# The condition cannot have held for longer than since a time; how long it has is not known. Matters only where that is less than a duration in seconds.
def sinceAtMost($time; $seconds): ($time | secondsAgo) as $ago | if $ago == null or $ago >= $seconds then . else since($time; $seconds) end;

# --- names ---

# namespace/name, or the name alone.
def ref: if (.metadata.namespace // "") == "" then .metadata.name else .metadata.namespace + "/" + .metadata.name end;

# Kind namespace/name.
def kindRef: (.kind // "object") + " " + ref;

# --- times ---

# Seconds since 1970 of an RFC 3339 time, or null.
# (The brackets keep a mistake in what comes behind from being caught here.)
def seconds: if . == null then null else (sub("\\.[0-9]+"; "") | sub("\\+00:00$"; "Z") | [try fromdateiso8601 catch null] | .[0]) end;

# How many seconds before the gather a time lies, or null.
def secondsAgo: seconds as $s | if $s == null or $gatheredAt == null then null else $gatheredAt - $s end;

# Seconds since the input object was created, at the time of the gather.
def age: .metadata.creationTimestamp | secondsAgo;

# Seconds as people say them.
def span:
  if . == null then "an unknown time"
  elif . < 120 then "\(floor) s"
  elif . < 7200 then "\(. / 60 | floor) min"
  elif . < 172800 then "\(. / 3600 | floor) h"
  else "\(. / 86400 | floor) days" end;

# --- conditions ---

# The condition of a type, or null.
def condition($type): [.status.conditions[]? | select(.type == $type)] | if length > 0 then .[0] else null end;

# Whether the condition of a type has a status.
def hasCondition($type; $status): any(.status.conditions[]?; .type == $type and .status == $status);

# Path expression: the status of the condition of a type.
def conditionPath($type): .status.conditions[] | select(.type == $type) | .status;

# `Available=False (Reason: message)`, or nothing if there is no such condition.
def conditionText($type):
  condition($type)
  | if . == null then "no condition \($type)"
    else "\(.type)=\(.status)" + (if (.reason // "") == "" then "" else " (\(.reason)" + (if (.message // "") == "" then "" else ": \(.message | split("\n")[0])" end) + ")" end)
    end;

# --- pods ---

# Phase Running: what kube_pod_status_phase counts; a crash-looping pod is still in it.
def podRunning: .status.phase == "Running" and .metadata.deletionTimestamp == null;

# Ready as the Ready condition says.
def podReady: hasCondition("Ready"; "True");

# Running with a container that runs: the closest that objects come to a successful scrape.
def podUp: .status.phase == "Running" and any(.status.containerStatuses[]?; .state.running != null);

# When the Ready condition last changed, or null.
def readySince: condition("Ready").lastTransitionTime;

# All container statuses of a pod, init containers first.
def containers: (.status.initContainerStatuses // [])[], (.status.containerStatuses // [])[];

# Why a container is in trouble: {container, reason, detail, path}, one for each container that is waiting, died or was killed.
def troubles:
  . as $pod
  | ("initContainerStatuses", "containerStatuses") as $list
  | range(0; ($pod.status[$list] // []) | length) as $i
  | $pod.status[$list][$i] as $c
  | if ($c.state.waiting.reason // "PodInitializing") != "PodInitializing" and ($c.state.waiting.reason // "") != "ContainerCreating" then
      {container: $c.name, reason: $c.state.waiting.reason, detail: ($c.state.waiting.message // ""), path: ["status", $list, $i, "state", "waiting", "reason"]}
    elif ($c.state.terminated.exitCode // 0) != 0 then
      {container: $c.name, reason: ($c.state.terminated.reason // "Error"), detail: "exit code \($c.state.terminated.exitCode)", path: ["status", $list, $i, "state", "terminated", "exitCode"]}
    else empty end;

# The last death of each container that restarted: {container, restarts, reason, exitCode, finishedAt, path}.
def lastDeaths:
  . as $pod
  | range(0; ($pod.status.containerStatuses // []) | length) as $i
  | $pod.status.containerStatuses[$i]
  | select(.lastState.terminated != null)
  | {container: .name, restarts: .restartCount, reason: (.lastState.terminated.reason // "Error"), exitCode: .lastState.terminated.exitCode,
     finishedAt: .lastState.terminated.finishedAt, path: ["status", "containerStatuses", $i, "lastState", "terminated", "reason"]};

# Likely causes, as findings, why the input pod does not run or is not ready: unschedulable, image pull, crash loop with its reason, OOM kill, failed probe.
def podCauses:
  . as $pod
  | (
      ( .status.conditions[]? | select(.type == "PodScheduled" and .status == "False")
        | . as $c | $pod | finding("pod \(ref) cannot be scheduled: \($c.message // $c.reason // "no reason given")"; conditionPath("PodScheduled")) ),
      ( troubles as $t | finding("container \($t.container) of pod \(ref) is in \($t.reason)" + (if $t.detail == "" then "" else ": " + $t.detail end); getpath($t.path)) ),
      ( lastDeaths as $d | select($d.exitCode != 0)
        | finding("container \($d.container) of pod \(ref) last died with \($d.reason), exit code \($d.exitCode), at \($d.finishedAt); it was restarted \($d.restarts) times"; getpath($d.path)) ),
      ( select(podRunning and (podReady | not) and ([troubles] | length) == 0)
        | finding("pod \(ref) runs but is not ready: \(conditionText("ContainersReady"))"; conditionPath("Ready")) ),
      ( select(.status.reason == "Evicted") | finding("pod \(ref) was evicted: \(.status.message // "")"; .status.reason) )
    );

# --- workloads ---

# Replicas that a workload asks for; Kubernetes' default is one.
def wanted: if .spec.replicas == null then 1 else .spec.replicas end;

# Ready replicas; the field is left out when there are none.
def readyReplicas: .status.readyReplicas // 0;

# Whether every replica that is asked for is ready and up to date.
def fullyAvailable: readyReplicas >= wanted and (.status.unavailableReplicas // 0) == 0;

# Conditions of a deployment that explain why it is not available, as findings.
def deploymentCauses:
  . as $d
  | .status.conditions[]?
  | select((.type == "Available" and .status == "False") or (.type == "Progressing" and .status == "False") or (.type == "ReplicaFailure" and .status == "True"))
  | . as $c
  | $d | finding("deployment \(ref): \($c.type)=\($c.status), \($c.reason // "no reason"): \($c.message // "")"; .status.conditions[] | select(.type == $c.type) | .status);

# --- nodes ---

# Ready as the Ready condition says.
def nodeReady: hasCondition("Ready"; "True");

# Findings for nodes that are not ready.
def nodeCauses: select(nodeReady | not) | finding("node \(.metadata.name) is not ready: \(conditionText("Ready"))"; conditionPath("Ready"));

# A Kubernetes quantity as a number.
def quantity:
  if type == "number" then .
  elif . == null then 0
  else (tostring | capture("^(?<n>[-+]?[0-9]*\\.?[0-9]+)(?<u>[a-zA-Z]*)$") // {n: "0", u: ""})
    | (.n | tonumber) * ({"": 1, "n": 0.000000001, "u": 0.000001, "m": 0.001, "k": 1000, "M": 1000000, "G": 1000000000, "T": 1000000000000, "P": 1000000000000000,
        "Ki": 1024, "Mi": 1048576, "Gi": 1073741824, "Ti": 1099511627776, "Pi": 1125899906842624}[.u] // 1)
  end;

# --- versions ---

# [1, 6, 3] of `v1.6.3-150700`.
def versionNumbers: sub("^v"; "") | [scan("^[0-9.]+")] | (.[0] // "0") | split(".") | map(select(. != "") | tonumber);

# Whether a component (kubevirt, cdi, ssp, cnao, hco, hpp, kubemacpool) has at least a version; the default where its version is not known.
def atLeast($component; $version; $default):
  $cluster.versions[$component] as $have
  | if $have == null then $default else ($have | versionNumbers) >= ($version | versionNumbers) end;

# The same; an unknown version counts as the newest.
def atLeast($component; $version): atLeast($component; $version; true);

# Whether the control plane is a single node.
def singleNode: $cluster.controlPlaneTopology == "SingleReplica";

# --- logs ---

# The JSON object that a log line holds, or null.
def logObject: .text | ([try fromjson catch null] | .[0]) | if type == "object" then . else null end;

# The first n of the inputs, with a note of how many there are.
def atMost($n; f): [f] as $all | $all[0:$n][];
