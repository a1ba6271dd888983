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

# --- operators: one pod behind a metrics port, and a custom resource that it looks after ---

# When a deployment of the input list lost its availability, or null.
def unavailableSince: [.[]? | condition("Available") | select(. != null and .status == "False") | .lastTransitionTime] | max;

# When the last of the input pods stopped being ready, or null.
def notReadySince: [.[]? | condition("Ready") | select(. != null and .status != "True") | .lastTransitionTime] | max;

# When the newest process of the input pods started, or null.
def newestStart: [.[]? | .metadata.creationTimestamp, (.status.containerStatuses[]? | .state.running.startedAt)] | map(select(. != null)) | max;

# Adds to a finding that no pod answers since when that can be told; input of $in as for downByTargets.
def sinceDown($in; $seconds):
  ($in.deployment | unavailableSince) as $unavailable
  | ($in.pods | notReadySince) as $notReady
  | if $unavailable != null and ([$in.deployment[]? | wanted] | max) <= 1 then since($unavailable; $seconds)
    elif $unavailable != null or $notReady != null then since([$unavailable, $notReady] | max; $seconds)
    else sinceAtMost($in.pods | newestStart; $seconds) end;

# What a pod is in: the reason of its first container in trouble, else its phase.
def podWords: ([troubles.reason] | first) // (if podReady then "ready" else null end) // .status.phase // "in an unknown state";

# The finding that no scrape of a component succeeds. Input: an object with targets, and with deployment and pods or null.
def downByTargets($what; $seconds):
  . as $in
  | select(any($in.targets[]; .health == "up") | not)
  | (if ($in.targets | length) == 0 then "Prometheus has no scrape target for a pod of \($what)"
     else "no scrape of \($what) succeeds: "
       + ([$in.targets[] | "\(.labels.pod // "a pod") is \(.health)" + (if (.lastError // "") == "" then "" else " (\(.lastError))" end)] | unique | join(", "))
     end) as $message
  | ($in.deployment // [] | .[0]) as $deployment
  | (if $deployment == null then finding($message) else $deployment | finding($message; .spec.replicas, .status.readyReplicas) end)
  | reduce $in.targets[] as $target (.; also($target))
  | sinceDown($in; $seconds);

# The finding that no container of a component's pods runs. Input: an object with pods, and with deployment or null.
def downByPods($what; $seconds):
  . as $in
  | select(any($in.pods[]; podUp) | not)
  | (if ($in.pods | length) == 0 then "there is no pod of \($what)"
     else "no pod of \($what) runs: " + ([$in.pods[] | "\(.metadata.name) is in \(podWords)"] | join(", ")) end) as $message
  | ($in.deployment // [] | .[0]) as $deployment
  | (if $deployment == null then finding($message) else $deployment | finding($message; .spec.replicas, .status.readyReplicas) end)
  | reduce $in.pods[] as $pod (.; also($pod; .status.phase))
  | sinceDown($in; $seconds);

# The hint that pods of a component run, but none is well, so that its scrapes may fail. Input: an object with pods.
def unwellPods($what):
  .pods as $pods
  | select(any($pods[]; podUp) and (any($pods[]; podUp and podReady) | not))
  | $pods[] | select(podUp)
  | finding("pod \(ref) of \($what) runs without being ready, and may not answer scrapes: \(conditionText("Ready"))"; conditionPath("Ready"));

# When an event was seen last, or null.
def lastSeen: .lastTimestamp // .series.lastObservedTime // .eventTime // .metadata.creationTimestamp;

# The newest Warning event of each reason, as findings, among the events of the input list that are about objects whose names start with a text.
def warnings($start):
  [.[]? | select(.type == "Warning" and ((.involvedObject.name // "") | startswith($start)))]
  | group_by(.reason) | map(sort_by(lastSeen // "") | last)
  | atMost(5; .[])
  | finding("event \(.reason) on \(.involvedObject.kind) \(.involvedObject.name), last at \(lastSeen // "an unknown time"): \(.message // "" | split("\n")[0])"; .message);

# Likely causes why the pods of a deployment do not run. Input: an object with pods, deployment, events, nodes, each a list or null.
def downCauses:
  . as $in
  | ([$in.pods[]?.spec.nodeName] | map(select(. != null)) | unique) as $nodeNames
  | ($in.deployment[]? | deploymentCauses),
    ($in.deployment[]? | select(wanted == 0) | finding("deployment \(ref) is scaled to 0 replicas"; .spec.replicas)),
    ($in.pods[]? | podCauses),
    ($in.deployment[]?.metadata.name as $name | $in.events | warnings($name)),
    ($in.nodes[]? | select(.metadata.name as $name | $nodeNames | index($name) != null) | nodeCauses);

# Whether the custom resource of CDI or of the hostpath provisioner counts as not ready: neither Available nor Progressing. While it is progressing its metric
# keeps the value that it had, and before the operator has set any condition it has none.
def crNotReady:
  ((.status.conditions // []) | length) > 0
  and (hasCondition("Available"; "True") or hasCondition("Progressing"; "True") | not);

# Since when the two conditions have stood like that, or null.
def crNotReadySince: [condition("Available", "Progressing") | select(. != null) | .lastTransitionTime] | map(select(. != null)) | max;

# --- storage classes as CDI sees them ---

# Whether a StorageClass is a default: of the cluster, or for virtual machines. CDI ignores the beta annotation.
def isDefaultClass: .metadata.annotations["storageclass.kubernetes.io/is-default-class"] == "true";
def isDefaultVirtClass: .metadata.annotations["storageclass.kubevirt.io/is-default-virt-class"] == "true";

# The storage class that a DataVolume names, or null: it takes the default then.
def dataVolumeClass: .spec.pvc.storageClassName // .spec.storage.storageClassName;

# DataVolumes of the input list that wait for a default storage class.
def pendingForClass: [.[]? | select((.status.phase // "") | . == "" or . == "Pending") | select(dataVolumeClass == null)];

# --- pools of the hostpath provisioner ---

# What CSI pods logged about pools that share a path with the operating system, each pod and pool once. Input: an object with the lines about it in
# shared, and all lines of the same pods in lines. Output: {line, since, ago, holds, logStops}. The line comes each minute while the path is shared.
def sharedPools:
  . as $in
  | (reduce $in.lines[] as $line ({}; ($line.namespace + "/" + $line.pod) as $pod | .[$pod] = ([.[$pod], $line.time] | max))) as $newest
  | [$in.shared[]] | group_by([.namespace, .pod, .groups.pool, .groups.path])[]
  | sort_by(.time // "")
  | . as $lines
  | last
  | . as $line
  | $newest[.namespace + "/" + .pod] as $newestLine
  | (.time | seconds) as $at
  | (if $at == null or ($newestLine | seconds) == null then null else ($newestLine | seconds) - $at end) as $behind
  | (.time | secondsAgo) as $ago
  | {
      line: $line,
      since: ([$lines[] | .time | select(. != null) | select((seconds // 0) > ($at // 0) - 600)] | min),
      ago: (if $ago == null then "without a time" else "\($ago | span) before the gather" end),
      # A gather may take its time: the end of the pod's own log says when that was read.
      holds: (($ago != null and $ago <= 120) or ($behind != null and $behind <= 120 and $ago != null and $ago <= 3600)),
      logStops: ($behind == null or $behind <= 120)
    };

# --- MAC addresses ---

# A MAC address as KubeMacPool compares it.
def plainMac: ascii_downcase | gsub("-"; ":");

# When KubeMacPool, one of the input pods, started last; null if it does not run.
def managerStart: [.[]? | .status.containerStatuses[]? | select(.name == "manager") | .state.running.startedAt] | map(select(. != null)) | max;

# Whether KubeMacPool manages a namespace by its label: all but those that opt out, or, where its webhook says so, only those that opt in.
# Input: an object with webhooks and namespaces, each a list or null.
def macManaged($namespace):
  "mutatevirtualmachines.kubemacpool.io" as $key
  | ([.namespaces[]? | select(.metadata.name == $namespace)] | first) as $object
  | $object.metadata.labels[$key] as $wish
  | ([.webhooks[]? | .webhooks[]? | select(.name == $key) | .namespaceSelector.matchExpressions[]? | select(.key == $key and .operator == "In")] | length > 0) as $optIn
  | ([.webhooks[]? | .webhooks[]? | select(.name == $key) | .namespaceSelector.matchLabels[$key]? | select(. == "allocate")] | length > 0) as $optInLabel
  | if $optIn or $optInLabel then $wish == "allocate" else $wish != "ignore" end;

# MAC addresses that more than one virtual machine in managed namespaces asks for: {mac, users: [{machine, interface, index}]}. Input: an object with machines, and what macManaged wants.
def duplicateMacs:
  . as $in
  | [ $in.machines[]
      | . as $machine
      | (.spec.template.spec.networks // []) as $networks
      | (.spec.template.spec.domain.devices.interfaces // []) | to_entries[]
      | select((.value.macAddress // "") != "")
      | .value.name as $name
      | select(any($networks[]; .name == $name and (.pod != null or .multus != null)))
      | {mac: (.value.macAddress | plainMac), machine: $machine, interface: $name, index: .key} ]
  | group_by(.mac)[]
  | select([.[] | .machine | ref] | unique | length > 1)
  | . as $users
  | ([.[] | select(.machine.metadata.namespace as $namespace | $in | macManaged($namespace))]) as $managed
  | select([$managed[] | .machine | ref] | unique | length > 1)
  | {mac: $users[0].mac, users: $managed};

# The finding about an output of duplicateMacs.
def macFinding:
  . as $group
  | .users[0]
  | .index as $index
  | .machine
  | finding("virtual machines ask for the same MAC address \($group.mac): " + ([$group.users[] | "\(.machine | ref) (interface \(.interface))"] | join(", ")); .spec.template.spec.domain.devices.interfaces[$index].macAddress)
  | reduce $group.users[1:][] as $user (.; also($user.machine; .spec.template.spec.domain.devices.interfaces[$user.index].macAddress));

# --- default storage classes and what they can do, as CDI's metric has it ---

# Whether the cluster is a single node in the eyes of CDI; null if nothing tells. Input: an object with infrastructure and nodes, each a list or null.
def isSingleNode:
  (.infrastructure // [] | .[0]) as $infrastructure
  | if $infrastructure != null then $infrastructure.status.controlPlaneTopology == "SingleReplica" and $infrastructure.status.infrastructureTopology == "SingleReplica"
    elif ([.nodes[]? | (.metadata.labels // {}) | select(has("node-role.kubernetes.io/control-plane") or has("node-role.kubernetes.io/master"))] | length) > 1 then false
    else null end;

# Whether volumes of a profile can be cloned without copying their bytes; null if nothing tells. Input: the profile; $in has drivers and snapshotClasses.
def canCloneSmartly($in):
  .status.provisioner as $provisioner
  | if .status.cloneStrategy == "copy" then false
    elif .status.cloneStrategy == "csi-clone" then (if $in.drivers == null then null else any($in.drivers[]; .metadata.name == $provisioner) end)
    elif $in.snapshotClasses == null then null
    else any($in.snapshotClasses[]; .driver == $provisioner) end;

def supportsReadWriteMany: any(.status.claimPropertySets[]?.accessModes[]?; . == "ReadWriteMany");

# The default storage classes that CDI counts: {class, profile, virtual, degraded, why, since, line}; degraded is null if nothing tells. What cdi-deployment logged
# last about a class is its metric; without such a line the profile tells. Input: an object with classes, profiles, and with drivers, snapshotClasses,
# infrastructure, nodes, lines or null.
def defaultClasses:
  . as $in
  | isSingleNode as $single
  | atLeast("cdi"; "1.60") as $tolerant
  | $in.classes[]
  | select(isDefaultClass or isDefaultVirtClass)
  | . as $class
  | ($in.profiles[] | select(.metadata.name == $class.metadata.name and (.status.storageClass // "") != "" and (.status.provisioner // "") != "")) as $profile
  | [ $in.lines[]?
      | select(.groups.class == $class.metadata.name)
      | .degraded = (if $tolerant and .groups.degraded != null then .groups.degraded == "true" else (.groups.rwx == "true" and .groups.smartclone == "true" | not) end)
    ] as $lines
  | ($lines | last) as $line
  | ($line != null and $line.groups.default == "\($class | isDefaultClass)" and $line.groups.virtual == "\($class | isDefaultVirtClass)") as $logged
  | ($profile | supportsReadWriteMany) as $shared
  | ($profile | canCloneSmartly($in)) as $smart
  | (if $shared then false elif $tolerant | not then true elif $single == null then null else ($single | not) end) as $lacksShared
  | {
      class: $class, profile: $profile, virtual: ($class | isDefaultVirtClass),
      line: (if $logged then $line else null end),
      since: (if $logged then (reduce $lines[] as $l (null; if $l.degraded then (. // $l.time) else null end)) else null end),
      degraded: (if $logged then $line.degraded
                 elif $lacksShared == true or $smart == false then true
                 elif $lacksShared == null or $smart == null then null
                 else false end),
      why: ([ (if $shared then empty else "it does not offer ReadWriteMany" end),
              (if $smart == false then "its volumes can only be cloned by copying" else empty end),
              (if $logged then "CDI's own metric says so" else empty end) ] | join("; "))
    };

# Access modes and volume modes that a StorageProfile lacks although CDI expects them.
def isIncompleteProfile:
  (.status.storageClass // "") != "" and (.status.provisioner // "") != ""
  and (.status.provisioner | IN("kubernetes.io/no-provisioner", "openshift-storage.noobaa.io/obc", "openshift-storage.ceph.rook.io/bucket", "rook-ceph.ceph.rook.io/bucket", "stork-snapshot") | not)
  and (((.status.claimPropertySets // []) | length) == 0 or any(.status.claimPropertySets[]; ((.accessModes // []) | length) == 0 or (.volumeMode // "") == ""));

# Whether a value is one of some.
def IN(values): . as $value | any(values; . == $value);

# --- data import ---

# How long CDI's alerts about readiness wait, in seconds.
def cdiPatience: if atLeast("cdi"; "1.64") then 600 else 300 end;

# Whether a DataImportCron has no storage class to import into yet.
def lacksClass:
  .metadata.annotations["cdi.kubevirt.io/storage.import.storageClass"] == null
  and (.spec.template.spec | .pvc.storageClassName // .storage.storageClassName) == null;

# Containers of CDI's import, upload and clone pods that restarted more than three times: {index, container, restarts}.
def restlessContainers:
  .metadata.name as $pod
  | (.status.containerStatuses // []) | to_entries[]
  | select(.value.restartCount > 3)
  | select((.value.name == "importer" and ($pod | startswith("importer-")))
      or (.value.name == "cdi-upload-server" and ($pod | startswith("cdi-upload-")))
      or (.value.name == "cdi-clone-source" and ($pod | endswith("-source-pod"))))
  | {index: .key, container: .value.name, restarts: .value.restartCount, status: .value};

# --- what the operators of SSP and of the network add-ons report ---

# Since when an SSP has not been deployed, or null.
def notDeployedSince:
  [ (condition("Available") | select(. != null and .status != "True")),
    (condition("Progressing", "Degraded") | select(. != null and .status == "True"))
    | .lastTransitionTime ] | map(select(. != null)) | min;

# Whether the last reconcile of an SSP failed, or left it in another phase than Deployed.
def sspFailing:
  .status.phase != "Deployed"
  or (hasCondition("Available"; "False") and any(.status.conditions[]?; (.message // "") | startswith("Error:")));

# The finding about an SSP that fails to reconcile.
def sspFinding:
  notDeployedSince as $since
  | finding("SSP \(ref) is in phase \(.status.phase // "(none)"): \(conditionText("Available")); \(conditionText("Degraded"))"; .status.phase, conditionPath("Available"), conditionPath("Degraded"))
  | since($since);

# Whether the configuration of the network add-ons asks for KubeMacPool.
def wantsMacPool: .spec.kubeMacPool != null;

# --- metrics ---

# By how much the counters of the input series grew within some seconds before the gather, restarts of counters counted as Prometheus does; null without two samples.
def increaseWithin($seconds):
  [ .[]
    | [.samples[] | select($gatheredAt == null or .[0] >= $gatheredAt - $seconds)] as $samples
    | select(($samples | length) > 1)
    | [range(1; $samples | length) as $i | $samples[$i][1] - $samples[$i - 1][1] | if . < 0 then 0 else . end] | add ]
  | if length == 0 then null else add end;

# --- disks on Ceph ---

# Whether a PersistentVolume is a block image that the kernel maps without rxbounce. Input: the volume; its claim's volume mode.
def lacksRxbounce($mode):
  (.spec.csi.driver // "" | contains("rbd.csi.ceph.com"))
  and $mode == "Block"
  and ((.spec.csi.volumeAttributes.mounter // "rbd") == "rbd")
  and (.spec.csi.volumeAttributes.mapOptions // "" | contains("krbd:rxbounce") | not);

# Whether a machine runs Windows, as its instance says.
def runsWindows: .status.guestOSInfo.name == "Microsoft Windows" or (.metadata.annotations["vm.kubevirt.io/os"] // "" | test("^windows"));

# Virtual machines with volumes that lack rxbounce: {machine, instance, volume, isLast, claim}, for each such volume; instance is null if the machine has none. Input: an
# object with machines, claims, volumes, and with instances or null. Joined by grouping, since there may be thousands of each.
def machinesWithoutRxbounce:
  . as $in
  | [ ($in.claims[] | {key: ref, mode: (.spec.volumeMode // "Filesystem")}),
      ($in.volumes[] | select(.spec.claimRef != null and (.spec.csi.driver // "" | contains("rbd.csi.ceph.com"))) | {key: (.spec.claimRef.namespace + "/" + .spec.claimRef.name), volume: .}),
      ($in.machines[] | select(.status.printableStatus != "Provisioning")
        | . as $machine
        | [.spec.template.spec.volumes[]? | (.dataVolume.name // .persistentVolumeClaim.claimName) | select(. != null)] as $names
        | range(0; $names | length) as $i
        | {key: ($machine.metadata.namespace + "/" + $names[$i]), machine: $machine, isLast: ($i == ($names | length) - 1), claim: $names[$i]}) ]
  | group_by(.key)
  | [ .[]
      | ([.[] | select(.volume != null) | .volume] | .[0]) as $volume
      | ([.[] | select(.mode != null) | .mode] | .[0]) as $mode
      | select($volume != null and ($volume | lacksRxbounce($mode)))
      | .[] | select(.machine != null)
      | {key: (.machine | ref), machine, volume: $volume, isLast, claim} ]
  | . + [$in.instances[]? | {key: ref, instance: .}]
  | group_by(.key)[]
  | ([.[] | select(.instance != null) | .instance] | .[0]) as $instance
  | .[] | select(.machine != null) | .instance = $instance;

# --- objects that hco-operator overwrites ---

# Events of hco-operator about objects that it put back: {event, ago, counted, why}. Not counted, for what can be seen, is what it does during an upgrade, before its
# process started, and to objects for monitoring when it starts. Input: an object with events, and with hyperconvergeds and pods or null.
def overwrites:
  . as $in
  | any($in.hyperconvergeds[]?; hasCondition("Progressing"; "True")) as $upgrading
  | ([$in.pods[]? | select(.metadata.name | startswith("hco-operator-")) | .status.containerStatuses[]? | .state.running.startedAt | select(. != null)] | max) as $start
  | $in.events[]
  | select(.reason == "Overwritten")
  | lastSeen as $seen
  | ($seen != null and $start != null and ($seen | seconds) != null and ($start | seconds) != null) as $timed
  | ($timed and ($seen | seconds) < ($start | seconds)) as $before
  | ((.message // "" | test("Overwritten (PrometheusRule|ServiceMonitor|Service|Role|RoleBinding|Secret)\\b")) and (($timed | not) or ($seen | seconds) < ($start | seconds) + 300)) as $monitoring
  | {
      event: .,
      ago: ($seen | secondsAgo),
      counted: (($upgrading or $before or $monitoring) | not),
      why: (if $upgrading then ", while the HyperConverged was progressing" elif $before then ", before hco-operator last started" elif $monitoring then ", as it also does when it starts" else "" end)
    };

# The finding about an output of machinesWithoutRxbounce; classes is a list or null.
def rxbounceFinding($classes):
  . as $found
  | ($classes // [] | map(select(.metadata.name == $found.volume.spec.storageClassName))) as $class
  | .machine
  | finding("virtual machine \(ref) has the Ceph block volume \($found.volume.metadata.name) (claim \($found.claim), storage class \($found.volume.spec.storageClassName // "(none)")) without krbd:rxbounce")
  | also($found.volume; .spec.csi.driver, .spec.csi.volumeAttributes.mapOptions)
  | reduce $class[] as $one (.; also($one; .parameters));

# Whether ssp-operator is told to leave an SSP alone.
def sspPaused: .metadata.annotations["kubevirt.io/operator.paused"] == "true";

# What a line of the template validator says of a machine that it rejected: the machine and the rules that it broke.
def rejection:
  (logObject // {}) as $entry
  | (($entry.summary // $entry.msg // .text) | [scan("[^\n:]+ applied: FAIL[^\n]*")] | map(ltrimstr(" ")) | join("; ")) as $rules
  | ($entry.vm // ([$entry.msg // .text | scan("summary for ([^:]+):")] | .[0][0]) // "a virtual machine") as $machine
  | "\($machine): \(if $rules == "" then "see the log line" else $rules end)";
