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

# The objects show that the runbook is not about this cluster: what it watches is not asked for.
def inapplicable($why): {inapplicable: $why};

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

# The whole part of a number; floor gives 5.0 here, which people do not write.
def whole: floor - 0;

# Seconds as people say them.
def span:
  if . == null then "an unknown time"
  elif . < 120 then "\(whole) s"
  elif . < 7200 then "\(. / 60 | whole) min"
  elif . < 172800 then "\(. / 3600 | whole) h"
  else "\(. / 86400 | whole) days" end;

# --- conditions ---

# The condition of a type, or null.
def condition($type): [.status.conditions[]? | select(.type == $type)] | if length > 0 then .[0] else null end;

# Whether the condition of a type has a status.
def hasCondition($type; $status): any(.status.conditions[]?; .type == $type and .status == $status);

# Path expression: the status of the condition of a type.
def conditionPath($type): .status.conditions[]? | select(.type == $type) | .status;

# `Available=False (Reason: message)`, or nothing if there is no such condition.
def conditionText($type):
  condition($type)
  | if . == null then "no condition \($type)"
    else "\(.type)=\(.status)" + (if (.reason // "") == "" then "" else " (\(.reason)" + (if (.message // "") == "" then "" else ": \(.message | split("\n")[0])" end) + ")" end)
    end;

# --- pods ---

# Phase Running: what kube_pod_status_phase counts; a crash-looping pod is still in it.
def podRunning: .status.phase == "Running" and .metadata.deletionTimestamp == null;

# Ready as the Ready condition says; without one, as the containers say.
def podReady:
  condition("Ready") as $ready
  | if $ready != null then $ready.status == "True"
    else .status.phase == "Running" and all(.status.containerStatuses[]?; .ready != false) end;

# Running with a container that runs: the closest that objects come to a successful scrape. Where its containers are not told, the phase speaks for them.
def podUp: .status.phase == "Running" and ((.status.containerStatuses // []) == [] or any(.status.containerStatuses[]; .state.running != null));

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

# A pod's state in a few words.
def podState:
  if .metadata.deletionTimestamp != null then "being deleted"
  elif .status.phase != "Running" then ([troubles | .reason] | .[0]) // .status.reason // .status.phase // "without a state"
  elif podReady then "ready"
  else ([troubles | .reason] | .[0]) // (if podUp then "running but not ready" else "not ready" end)
  end;

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
  | ([$in.pods[] | select(.status.phase == null)] | .[0]) as $untold
  | if $untold != null then undecided("the status of pod \($untold | ref)"; "virtualization")
    else
      (if ($in.pods | length) == 0 then "there is no pod of \($what)"
       else "no pod of \($what) runs: " + ([$in.pods[] | "\(.metadata.name) is \(podState)"] | join(", ")) end) as $message
      | ($in.deployment // [] | .[0]) as $deployment
      | (if $deployment == null then finding($message) else $deployment | finding($message; .spec.replicas, .status.readyReplicas) end)
      | reduce $in.pods[] as $pod (.; also($pod; .status.phase))
      | sinceDown($in; $seconds)
    end;

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

# The RFC 3339 time of seconds since 1970.
def timestamp: floor | todateiso8601;

# --- samples of metrics: {labels, samples: [[seconds, value], ...]}, oldest first ---

# The series of the install namespace, without the marks that Prometheus sets where a series ends.
def installed:
  [.[] | select((.labels.namespace // $cluster.installNamespace) == ($cluster.installNamespace // .labels.namespace))
    | .samples |= map(select(.[1] >= 0)) | select(.samples != [])];

# Why an array of series cannot tell what held in the $window seconds before its newest sample; null if it can.
def samplesLack($what; $window):
  if . == [] then "samples of \($what)"
  else
    (map(.samples[-1][0]) | max) as $until
    | (map(.samples[0][0]) | min) as $from
    # A gather goes on for a while after it has asked Prometheus. Three scrapes may lack at the front.
    | if $gatheredAt != null and $until < $gatheredAt - 3600 then "samples of \($what) of the time of the gather (the newest are of \($until | timestamp))"
      elif $from > $until - $window + 90 then "samples of \($what) over \($window | span) (there are \($until - $from | span))"
      else null end
  end;

# How much a counter grew in the $window seconds up to a time, extrapolated to the window's edges as PromQL's rate does; nothing with fewer than two samples.
def increase($until; $window):
  [.samples[] | select(.[0] > $until - $window and .[0] <= $until)]
  | . as $s
  | length as $n
  | select($n > 1)
  # After a restart the counter begins at nought.
  | (reduce range(1; $n) as $i (0; . + (if $s[$i][1] < $s[$i - 1][1] then $s[$i][1] else $s[$i][1] - $s[$i - 1][1] end))) as $grown
  | ($s[-1][0] - $s[0][0]) as $covered
  | select($covered > 0)
  | ($covered / ($n - 1)) as $gap
  | ([$s[0][0] - $until + $window, $until - $s[-1][0]] | map(if . < 1.1 * $gap then . else $gap / 2 end)) as [$before, $after]
  # It cannot have been below nought before its first sample.
  | (if $grown > 0 then [$before, $covered * $s[0][1] / $grown] | min else $before end) as $before
  | $grown * ($covered + $before + $after) / $covered;

# Since when, in steps of half a minute, f (of a time) has been true without a break up to $until; null if it has for longer than $seconds or than $from tells.
def trueSince($until; $from; $seconds; f):
  [range(1; $seconds / 30 + 2) | $until - 30 * . | select(. >= $from) | select(f | not)]
  | max
  | if . == null then null else . + 30 | timestamp end;

# --- requests of KubeVirt's components to the API server ---

# How many requests of an array of series were made and failed in a window: {all, errors, codes}.
def requests($until; $window):
  [.[] | {code: (.labels.code // ""), count: increase($until; $window), series: .}]
  | (map(select(.code | test("^[45][0-9][0-9]$")))) as $errors
  | {all: (map(.count) | add // 0), errors: ($errors | map(.count) | add // 0), codes: ($errors | map(select(.count > 0)) | sort_by(-.count))};

# Whether at least a share of them failed.
def failing($share): .all > 0 and .errors / .all >= $share;

# Virt<Component>RESTErrors: the alerts' own comparison on the samples of a component's requests by answer. Transport errors count as requests, not as errors.
def restErrorShare($component; $window; $share):
  (.samples | installed) as $series
  | ($series | samplesLack("the requests of \($component)"; $window)) as $lack
  | if $lack != null then undecided($lack; "openshift")
    elif all($series[]; .labels.code // "" | test("^[45]")) then undecided("samples of those requests of \($component) that did not fail"; "openshift")
    else
      ($series | map(.samples[-1][0]) | max) as $until
      | ($series | map(.samples[0][0]) | min) as $from
      | ($series | requests($until; $window)) as $now
      | select($now | failing($share))
      | $now.codes[0].series
      | finding("\($now.errors / $now.all * 1000 | floor / 10) % of the requests of \($component) to the API server in the \($window | span) up to \($until | timestamp) were answered with an error ("
          + ([$now.codes | group_by(.code)[] | "\(.[0].code): \(map(.count) | add | whole)"] | join(", "))
          + " of \($now.all | whole)); the alert wants \($share * 100 | whole) %")
      | reduce $now.codes[1:6][] as $code (.; also($code.series))
      # Only the alerts over five minutes wait.
      | since(if $window >= 3600 then null
              else trueSince($until; $from + $window - 90; 300; . as $at | $series | requests($at; $window) | failing($share)) end)
    end;

# What a log line says that the API server answered to the component; null if it says nothing of the kind, or what is everyday: sockets of launchers, two
# writers of one object, webhooks that deny, watches that end, requests that virt-api answers itself.
def apiAnswer:
  .text
  | if test("dial unix|object has been modified|denied the request|ended with: |\"statusCode\":") then null
    elif test("too many (API )?requests") then "429 Too Many Requests"
    elif test("unable to handle the request") then "503 Service Unavailable"
    elif test("time allotted|request did not complete within") then "504 Gateway Timeout"
    elif test("Unauthorized") then "401 Unauthorized"
    elif test("is forbidden: User") then "403 Forbidden"
    elif test("could not find the requested resource") then "404 Not Found"
    else "500 Internal Server Error" end;

# Hints in the logs of a component. What f makes of a line is a failed request, null is none; $what names them. An idle component sends few requests, so
# that ten failed ones in five minutes, still going on when the log ends, in half of the pods or more, may be most of all; thirty in an hour are more than a restart of the
# API server leaves behind.
def restHint($component; $window; $what; f):
  . as $in
  | [(.lines // [])[] | .seconds = (.time | seconds) | select(.seconds != null)]
  | ((.[0].logEnd | seconds) // (map(.seconds) | max)) as $last
  | map(select(.seconds > $last - $window) | .failed = f | select(.failed != null))
  | select(length >= (if $window >= 3600 then 30 else 10 end))
  | (map(.seconds) | max) as $newest
  | (group_by(.pod) | sort_by(-length)) as $pods
  | ([($in.pods // [])[] | select(podUp)] | length) as $running
  | select($window >= 3600 or ($newest >= $last - 120 and ($pods | length) * 2 >= $running))
  | $pods[0]
  | max_by(.seconds)
  | finding("\($pods | map(length) | add) lines in the last \($window | span) of the logs of \($pods | length) \($component) pods tell of \($what) ("
      + ([$pods | add | group_by(.failed) | sort_by(-length)[0:4][] | "\(length) times \(.[0].failed)"] | join(", ")) + "), the newest at \($newest | timestamp)")
  | reduce $pods[1:6][] as $pod (.; also($pod | max_by(.seconds)));

# Error answers of the API server in the log: what the alert counts. While virt-operator installs KubeVirt, its resources do not exist yet.
def errorAnswers($component; $window):
  restHint($component; $window; "error answers of the API server"; apiAnswer | if $component == "virt-operator" and (. // "" | startswith("404")) then null else . end)
  | .message += "; only metrics tell whether that makes \(if $window > 300 then 5 else 80 end) % of all its requests";

# Requests that got no answer at all: the loss of connection that the runbook is about, though its alert does not count it.
def lostConnections($component; $window):
  restHint($component; $window; "requests that did not reach the API server"; .groups.error)
  | .message += "; that is a lost connection, though this alert's own formula would not count it";

# Likely causes: the control plane as its operators (ClusterOperators) and alerts see it, the component's pods, the nodes. Each input may be null.
def restCauses:
  ((.operators // [])[] | select(.metadata.name | IN("kube-apiserver", "openshift-apiserver", "etcd", "network", "dns"))
    | . as $operator
    | ("Available", "Degraded") as $type
    | select(hasCondition($type; if $type == "Available" then "False" else "True" end))
    | finding("cluster operator \(.metadata.name): \(conditionText($type))"; conditionPath($type))),
  ([(.overload // [])[] | select(.state == "firing")] | select(length > 0)
    | {} | finding("the alert KubeAPIErrorBudgetBurn was firing: the API server fails or delays too many requests of everybody")),
  ((.pods // [])[] | podCauses),
  ((.nodes // [])[] | nodeCauses),
  ([(.lost // [])[]] | group_by(.pod)[] | .[-1] | finding("pod \(.pod) gave up its lease at \(.time): \(.text)"));

# --- what pods use and what they asked for ---

# An amount of cpu or memory as people say it.
def amount($resource):
  if $resource == "cpu" then "\(. * 1000 | whole)m" else "\(. / 1048576 | whole)Mi" end;

# What a series says of the use of cpu (cores, over five minutes) or memory (bytes) at a time; nothing if it has no samples then.
def used($resource; $until):
  if $resource == "cpu" then increase($until; 300) / 300
  else [.samples[] | select(.[0] > $until - 300 and .[0] <= $until) | .[1]] | select(length > 0) | .[-1] end;

# KubeVirtComponentExceedsRequested<Resource>: pods of the inputs that use more than their component's container asked for.
def exceedsRequest($resource):
  (.usage | installed) as $series
  | [.pods[] | select(podUp) | . as $pod
      | range(0; .spec.containers | length) as $i
      | .spec.containers[$i]
      | select(.name | test("^virt-(api|controller|handler|operator)$"))
      | select(.resources.requests[$resource] != null)
      | {pod: $pod, container: .name, path: ["spec", "containers", $i, "resources", "requests", $resource], request: (.resources.requests[$resource] | quantity)}] as $asked
  | (if $resource == "cpu" then 300 else 90 end) as $window
  | ($series | samplesLack("the \($resource) that the pods of KubeVirt use"; $window)) as $lack
  | if $lack != null then undecided($lack; "openshift")
    else
      ($series | map(.samples[-1][0]) | max) as $until
      | ($series | map(.samples[0][0]) | min) as $from
      | (reduce $series[] as $one ({}; .[$one.labels.pod // ""] += [$one])) as $byPod
      | [$asked[] | .series = ($byPod[.pod.metadata.name] // []) | .used = [.series[] | used($resource; $until)]] as $all
      | ($all[] | select(.used != [] and (.used | add) > .request)
          | . as $one
          | .pod
          | finding("container \($one.container) of pod \(ref) asked for \(getpath($one.path)) of \($resource), and the pod uses \($one.used | add | amount($resource))"; getpath($one.path))
          | reduce $one.series[0:2][] as $series (.; also($series))
          | since(trueSince($until; $from + $window - 90; 300; . as $at | [$one.series[] | used($resource; $at)] | add // 0 | . > $one.request))),
        ([$all[] | select(.used == []) | .pod | ref] | select(. != [])
          | undecided("samples of the \($resource) that \(if length == 1 then "pod \(.[0])" else "\(length) pods, such as \(.[0])," end) used"; "openshift"))
    end;

# Deaths of a container by the kernel's out-of-memory killer in the day before the gather: {pod, finishedAt, path}.
def killedForMemory($container):
  . as $pod
  | range(0; (.status.containerStatuses // []) | length) as $i
  | .status.containerStatuses[$i]
  | select(.name == $container)
  | . as $status
  | first((["state", "terminated"], ["lastState", "terminated"]) as $path | $status | getpath($path) | select(.reason == "OOMKilled") | {death: ., path: (["status", "containerStatuses", $i] + $path + ["reason"])})
  | select((.death.finishedAt | secondsAgo) as $ago | $ago == null or $ago < 86400)
  | {pod: $pod, finishedAt: .death.finishedAt, restarts: ($status.restartCount // 0), path};

# A pod that the kubelet evicted for the node's memory; its message says what the container used and asked for.
def evictedForMemory: .status.reason == "Evicted" and (.status.message // "" | test("memory"));

# KubevirtVmHighMemoryUsage: series of the memory that containers have left of their request, in bytes; the last sample of those that ended says nothing.
def littleMemoryLeft:
  [.free[] | .samples |= map(select(.[1] == .[1])) | select(.samples != [])] as $series
  | (52428800) as $little
  | ($series | samplesLack("the memory that virtual machines have left"; 60)) as $lack
  | if $lack != null then undecided($lack; "openshift")
    else
      ($series | map(.samples[-1][0]) | max) as $until
      | $series[]
      | select(.samples[-1] as $last | $last[0] > $until - 300 and $last[1] < $little)
      | ([.samples[] | select(.[1] >= $little) | .[0]] | max) as $enough
      | finding("container \(.labels.container // "compute") of pod \(.labels.namespace)/\(.labels.pod) has \(.samples[-1][1] / 1048576 | whole)Mi left of the memory that it requested")
      | since(if $enough == null then null else $enough + 1 | timestamp end)
    end;

# --- what only may hold ---

# A confirmed and a suspected check share one program, whose findings carry `certain`: those that surely hold,
def surely(f): f | select(.certain);

# and those that may.
def perhaps(f): f | select(.certain | not);

# --- the replicated components of KubeVirt ---

# A count is a range [least, most], since objects do not tell all that metrics do. Whether it is zero: {certain, possible}.
def isZero: {certain: (.[1] == 0), possible: (.[0] == 0)};

# Whether a count is below a number.
def isBelow($limit): {certain: (.[1] < $limit), possible: (.[0] < $limit)};

# Of several forms of an expression one is the cluster's: certain is what all of them say, possible what any says.
def anyForm(f): [f] | {certain: (length > 0 and all(.[]; .certain)), possible: any(.[]; .possible)};

# Whether KubeVirt has at least a version: true, false, or null if its version is not known.
def kubevirtSince($version): if ($cluster.versions.kubevirt // "") | test("^v?[0-9]+\\.[0-9]") then atLeast("kubevirt"; $version) else null end;

# Whether the cluster has the newer form of an alert's expression: true, false, or null if that cannot be told. The gathered rule tells it, by words that only
# the newer form has; else the version: never before $from, always from $sure on, between them it depends on the patch release.
def hasForm($alert; $words; $from; $sure):
  ([.rules[]?.spec.groups[]?.rules[]? | select(.alert == $alert) | .expr | tostring] | .[0]) as $expression
  | if $expression != null then ($expression | contains($words))
    elif kubevirtSince($sure) then true
    elif kubevirtSince($from) == false then false
    else null end;

# When a pod stopped being ready, or was created if it never was; null if it is ready.
def downSince:
  if podReady then null
  else (condition("Ready") | if .status == "False" then .lastTransitionTime else null end)
    // ([containers | .lastState.terminated.finishedAt // empty] | max)
    // .metadata.creationTimestamp
  end;

# The states of the first pods of an array: `virt-api-x: CrashLoopBackOff, virt-api-y: Pending`.
def podStates: length as $all | [.[0:6][] | "\(.metadata.name): \(podState)"] + (if $all > 6 then ["and \($all - 6) more"] else [] end) | join(", ");

# What the inputs deployment, pods, targets and nodes (each an array or null) say of a workload, as ranges: running (pods in that phase), up (pods that
# Prometheus reaches), ready (pods that are), gauge (pods whose process says that it is), nodes; wanted is null if there is no deployment.
def replicaCounts:
  . as $in
  | 1000000 as $many
  | (if .pods == null then null else [.pods[] | select(.status.phase == "Running")] end) as $running
  # A pod without a phase may run or not.
  | ([.pods[]? | select(.status.phase == null)] | length) as $untold
  | (if .targets == null or .targets == [] then null
     else ([.targets[] | select(.health == "up")] | length) as $up
       | [$up, $up + ([$in.targets[] | select(.health != "up" and .health != "down")] | length)]
     end) as $scraped
  # The alerts ask for a ready pod's process as well, which tells nothing where Prometheus does not reach it.
  | [.targets[]? | select(.health == "up") | .labels.pod] as $reached
  | ([.targets[]? | select(.health == "down") | .labels.pod] - $reached) as $lost
  | (if $running != null then
       [$running[] | select(podReady) | .metadata.name] as $ready
       | [($ready - (if $scraped == null then [] else $ready - $reached end) | length), $untold + ($ready - $lost | length)]
     elif .deployment != null then
       (.deployment[0] // {} | readyReplicas) as $ready
       | if $lost == [] then [$ready, $ready] else [0, ([$ready, $scraped[1]] | min)] end
     else [0, $many] end) as $ready
  | (if $running == null then [0, $many]
     else [([$running[] | select(podUp and podReady and .metadata.deletionTimestamp == null)] | length), $untold + ([$running[] | select(podUp)] | length)] end) as $alive
  | ($scraped // $alive) as $up
  | {
      wanted: (if .deployment == null or .deployment == [] then null else (.deployment[0] | wanted) end),
      running: (if $running != null then [([$running[] | select(.metadata.deletionTimestamp == null)] | length), $untold + ($running | length)]
                elif $scraped != null then [$scraped[0], $many] else [0, $many] end),
      up: $up,
      ready: $ready,
      gauge: [$ready[0], (if $running == null and $in.deployment == null then $up[1] else [$ready[1], $up[1]] | max end)],
      nodes: (if .nodes != null then ([.nodes[]] | length | [., .])
              elif $cluster.nodes != null then [$cluster.nodes, $cluster.nodes]
              elif $cluster.controlPlaneTopology == "HighlyAvailable" then [3, $many]
              else [1, $many] end)
    };

# When the deployment of the inputs became unavailable, or null.
def deploymentDownSince: (.deployment // [] | .[0] // {}) | condition("Available") | if .status == "False" then .lastTransitionTime else null end;

# When the last of the inputs' pods went down, where none is ready. Without any pod the deployment tells, and a KubeVirt that is younger than an hour.
def allDownSince:
  ([.pods[]? | select(.status.phase != "Failed" and .status.phase != "Succeeded") | downSince // empty] | max)
  // ([.pods[]? | downSince // empty] | max)
  // deploymentDownSince
  // ([.kubevirts[]? | select((age // 3600) < 3600) | .metadata.creationTimestamp] | max);

# When the n-th of the inputs' pods went down, in the order in which they did.
def downSince($n):
  ([.pods[]? | select(.status.phase != "Failed" and .status.phase != "Succeeded") | downSince // empty] | sort | .[$n - 1])
  // deploymentDownSince;

# A finding about the deployment of the inputs, or about what stands for it; its evidence are the replicas, the pods and the targets.
def workloadFinding($in; $name; $message):
  ($in.deployment // [] | .[0]) as $deployment
  | (if $deployment != null then $deployment | finding($message; .spec.replicas, .status.readyReplicas)
     elif $in.kubevirts[0]? != null then $in.kubevirts[0] | finding($message)
     elif ($in.targets // []) != [] and $in.pods == null then $in.targets[0] | finding($message)
     else {} | finding($message) end)
  | reduce (($in.pods // [])[0:4][] | select(podReady | not)) as $pod (.; also($pod; .status.phase, (.status.conditions[]? | select(.type == "Ready") | .status)))
  | reduce (($in.targets // [])[0:4][] | select(.health != "up")) as $target (.; also($target));

# How a sentence about a workload starts: `virt-api wants 2 replicas; virt-api-x: ready, virt-api-y: Pending`.
def workloadWords($name):
  (if .deployment == null then null
   elif .deployment == [] then "the deployment \($name) is missing"
   else "the deployment \($name) asks for \(.deployment[0] | wanted)" end) as $asked
  | (if .pods == null then null elif .pods == [] then "there is no pod of it" else (.pods | podStates) end) as $pods
  | (if (.targets // []) == [] then null
     else "Prometheus reaches \([.targets[] | select(.health == "up")] | length) of \(.targets | length)" end) as $targets
  | [$asked, $pods, $targets] | map(select(. != null)) | join("; ");

# <Component>Down: no pod runs ($words in the expression, from version $from on), or before that: none answers Prometheus. A crash-looping pod counts as running.
def downAlert($alert; $name; $from):
  . as $in
  | replicaCounts as $n
  | hasForm($alert; "pods_running"; $from; $from) as $byPhase
  | anyForm(
      (if $byPhase != false then $n.running | isZero else empty end),
      (if $byPhase != true then $n.up | isZero else empty end)) as $judged
  | select($in.pods != null or ($in.targets // []) != [])
  | select($judged.possible or $n.up[1] == 0)
  | (if $n.up[1] > 0 then "it cannot be told whether any \($name) pod answers"
     elif $n.running[1] == 0 then "no \($name) pod runs"
     elif $n.running[0] > 0 then "no \($name) pod works, though \($n.running[1]) of them count as running"
     else "no \($name) pod answers" end) as $what
  | workloadFinding($in; $name; $what + (if $n.wanted == 0 then ", and none is asked for" else "" end) + ": " + ($in | workloadWords($name)))
  | since($in | allDownSince)
  | .certain = ($judged.certain and $n.wanted != 0);

# Low<Component>Count: fewer than three quarters of the replicas that are asked for (by phase from 1.9 on, by scrape before). Up to 1.5: fewer than two on more than one
# node, counted by f. What asks for one replica and has it is no illness.
def lowCountAlert($alert; $name; f):
  . as $in
  | replicaCounts as $n
  | hasForm($alert; "spec_replicas"; "1.6"; "1.6") as $byShare
  | hasForm($alert; "pods_running"; "1.9"; "1.9") as $byPhase
  | ($n.wanted // 2) as $wanted
  | anyForm(
      (if $byShare != false and $byPhase != false and $wanted > 0 and $n.wanted != null then $n.running | isBelow(0.75 * $wanted) else empty end),
      (if $byShare != false and $byPhase != true and $wanted > 0 and $n.wanted != null then $n.up | isBelow(0.75 * $wanted) else empty end),
      (if $byShare != true then
         ($n | f | isBelow(2)) as $few
         | {certain: ($few.certain and $n.nodes[0] > 1), possible: ($few.possible and $n.nodes[1] > 1)}
       else empty end)) as $judged
  | select($in.pods != null or ($in.targets // []) != [])
  | select($wanted > 0 and ($wanted > 1 or $n.up[0] < 1))
  | select($judged.possible or ($byShare != false and $n.up[1] < 0.75 * $wanted))
  # That nothing tells of more is no evidence of less.
  | select($judged.certain or any($n.up[0], $n.running[1], $n.ready[1]; . < $wanted))
  | (if $n.up[0] == $n.up[1] then "\($n.up[0])" else "between \($n.up[0]) and \($n.up[1])" end) as $count
  | workloadFinding($in; $name; "only \($count) of \($wanted) \($name) pods " + (if $n.running[0] > $n.up[1] and $in.pods != null then "work, though \($n.running[0]) count as running" else "run" end)
      + ": " + ($in | workloadWords($name)))
  | since($in | downSince([1, (if $byShare == true then ($wanted * 0.25 | floor) + 1 else $wanted - 1 end)] | max))
  | .certain = $judged.certain;

# LowReady<Component>sCount: fewer are ready than run (from 1.8 on also: but some are). Before version $podReady the expression asked the process, not the pod.
def lowReadyAlert($alert; $name; $podReady):
  . as $in
  | replicaCounts as $n
  | hasForm($alert; "> 0"; "1.8"; "1.8") as $new
  | kubevirtSince($podReady) as $byPod
  | anyForm(
      (if $new != false then
         {certain: ($n.ready[1] < $n.running[0] and $n.ready[0] > 0), possible: ($n.ready[0] < $n.running[1] and $n.ready[1] > 0)} else empty end),
      (if $new != true and $byPod != false then {certain: ($n.ready[1] < $n.up[0]), possible: ($n.ready[0] < $n.up[1])} else empty end),
      (if $new != true and $byPod != true then {certain: ($n.gauge[1] < $n.up[0]), possible: ($n.gauge[0] < $n.up[1])} else empty end)) as $judged
  | select($in.pods != null and $judged.possible)
  | workloadFinding($in; $name; "\($n.ready[0]) of \($n.running[1]) running \($name) pods are ready: " + ($in | workloadWords($name)))
  | since([$in.pods[] | select(.status.phase == "Running") | downSince // empty] | min)
  | .certain = $judged.certain;

# NoReady<Component>: none is ready. Before version $podReady the expression asked the process, not the pod: one that runs unready may still have counted.
def noReadyAlert($name; $podReady):
  . as $in
  | replicaCounts as $n
  | kubevirtSince($podReady) as $byPod
  | anyForm(
      (if $byPod != false then $n.ready | isZero else empty end),
      (if $byPod != true then $n.gauge | isZero else empty end)) as $judged
  | select($judged.possible and ($in.pods != null or $in.deployment != null))
  | workloadFinding($in; $name; (if any($in.pods[]?; podReady) then "Prometheus reaches no \($name) pod that is ready: "
      elif $n.wanted == 0 then "no \($name) pod is ready, and none is asked for: "
      else "no \($name) pod is ready: " end) + ($in | workloadWords($name)))
  | since($in | allDownSince)
  | .certain = ($judged.certain and $n.wanted != 0);

# Likely causes behind a workload that lacks pods, from its deployment, pods, events and logs and from the nodes; each input may be null.
def workloadCauses($name):
  ((.deployment // [])[] | deploymentCauses),
  ((.pods // [])[] | podCauses),
  ([(.events // [])[] | select(.type == "Warning" and (.involvedObject.name // "" | startswith($name))
      and (.reason | IN("FailedCreate", "FailedMount", "FailedAttachVolume", "FailedCreatePodSandBox", "Unhealthy", "FailedScheduling")))]
   | group_by([.involvedObject.name, .reason])[:8][]
   | max_by(.lastTimestamp // .eventTime // "")
   | finding("event \(.reason) of \(.involvedObject.kind) \(.involvedObject.name): \(.message // "")"; .message)),
  ([(.lines // [])[]] | group_by(.pod)[] | .[-1] | finding("last words in the log of pod \(.namespace)/\(.pod): \(.text)")),
  ((.nodes // [])[] | nodeCauses);

# --- virt-handler, nodes and virtual machine instances ---

# virt-handler pods by node name: {ready, words, pods}; `words` say in which state those of a node are.
def handlersByNode($pods):
  [$pods[] | select((.spec.nodeName // "") != "")]
  | group_by(.spec.nodeName)
  | map({key: .[0].spec.nodeName, value: {ready: any(.[]; podReady), words: ("virt-handler is not ready (" + podStates + ")"), pods: .}})
  | from_entries;

# Adds to a finding the virt-handler pods of its node that are not ready, and since when the last one is not.
def withHandler($handler):
  reduce ($handler.pods // [])[] as $pod (.; also($pod; .status.phase, (.status.conditions[]? | select(.type == "Ready") | .status)))
  | since([($handler.pods // [])[] | downSince // empty] | max);

# How many machines' worth of KVM a node offers; older versions write 110, newer ones 1k.
def kvm: .status.allocatable["devices.kubevirt.io/kvm"] | quantity;

# When KubeVirt, the input, got its present virt-launcher: since then the first replica set of virt-controller names it. Else when the update ended.
def updatedAt($replicasets):
  def image: (.spec.template.spec.containers[0]? // {} | (.command // []) + (.args // [])) as $words
    | ($words | index("--launcher-image")) as $at | if $at == null then null else $words[$at + 1] end;
  ([$replicasets[]? | select((.spec.replicas // 0) > 0)] | max_by(.metadata.creationTimestamp) // {} | image) as $now
  | if $now != null then [$replicasets[] | select(image == $now) | .metadata.creationTimestamp] | min
    else condition("Progressing") | if .status == "False" then .lastTransitionTime else null end end;

# VMCannotBeEvicted: instances that are to be migrated when their node is drained, and cannot be. Up to KubeVirt 1.3 in any phase, then only running ones.
def blockedInstances:
  . as $in
  | ([.kubevirts[]?] | .[0]) as $kubevirt
  | .vmis[]?
  | select(.status.phase | IN("Succeeded", "Failed") | not)
  | condition("LiveMigratable") as $migratable
  | select($migratable == null or $migratable.status == "False")
  | kubevirtSince("1.4") as $onlyRunning
  | select(.status.phase == "Running" or $onlyRunning != true)
  | if .spec.evictionStrategy == null and $in.kubevirts == null then
      undecided("the eviction strategy of the cluster, in the KubeVirt object, which holds for virtual machine instance \(ref)"; "virtualization")
    else
      .status.phase as $phase
      | (.spec.evictionStrategy // $kubevirt.spec.configuration.evictionStrategy) as $strategy
      | select($strategy == "LiveMigrate")
      | ([.status.phaseTransitionTimestamps[]? | select(.phase == $phase) | .phaseTransitionTimestamp] | max) as $entered
      | (.spec.evictionStrategy != null) as $own
      | finding("virtual machine instance \(ref) is to be migrated when its node \(.status.nodeName // "") is drained (\(if $own then "its own eviction strategy" else "eviction strategy of the cluster" end)), and cannot be: \(conditionText("LiveMigratable"))";
          .spec.evictionStrategy // empty, conditionPath("LiveMigratable"))
      | (if $own then . else also($kubevirt; .spec.configuration.evictionStrategy) end)
      | since([$entered, $migratable.lastTransitionTime | select(. != null and . != "null")] | max)
      | .certain = ($phase == "Running" or $onlyRunning == false)
    end;

# KubeVirtNoAvailableNodesToRunVMs: no node with KVM while emulation is off, or no node with the label kubevirt.io/schedulable=true (from 1.8 on: not cordoned).
def noNodeForVms:
  . as $in
  | select((.nodes // []) != [])
  | [.nodes[] | select(kvm != 0)] as $kvm
  | [.nodes[] | select(.metadata.labels["kubevirt.io/schedulable"] == "true")] as $fit
  | [$fit[] | select(.spec.unschedulable != true)] as $open
  | any(.kubevirts[]?; .spec.configuration.developerConfiguration.useEmulation == true) as $emulation
  | kubevirtSince("1.8") as $new
  | ([.kubevirts[]? | .metadata.creationTimestamp] | min) as $installed
  | (if $fit == [] then {message: "none of \($in.nodes | length) nodes has the label kubevirt.io/schedulable=true", certain: true}
     elif $open == [] then {message: "all \($fit | length) nodes with the label kubevirt.io/schedulable=true are cordoned", certain: ($new == true)}
     else empty end),
    (if $kvm == [] and $in.kubevirts != null and ($emulation | not) then
       {message: "none of \($in.nodes | length) nodes offers devices.kubevirt.io/kvm, and emulation is off", certain: true}
     elif $kvm == [] and $in.kubevirts == null and $fit != [] then
       undecided("the KubeVirt object, which says whether machines may be emulated; no node offers KVM"; "virtualization")
     elif [$open[] | select(nodeReady)] == [] and $open != [] then
       {message: "none of the \($open | length) nodes that are fit for virtual machines is ready", certain: false}
     else empty end)
  | if has("undecided") then . else
      . as $found
      | reduce ($in.nodes[0:10][]) as $node ($in | finding($found.message);
          also($node; .metadata.name, (select(.metadata.labels["kubevirt.io/schedulable"] != null) | .metadata.labels["kubevirt.io/schedulable"])))
      | reduce ($in.kubevirts[]?) as $kubevirt (.; also($kubevirt))
      | sinceAtMost($installed; 300)
      | .certain = $found.certain
    end;

# LowKVMNodesCount: more than one node, and fewer than two with KVM. From 1.8 on arbiters are no nodes.
def lowKvmNodes:
  . as $in
  | select(.nodes != null)
  | [.nodes[] | select((.metadata.labels // {}) | has("node-role.kubernetes.io/arbiter") | not)] as $workers
  | [.nodes[] | select(kvm != 0)] as $kvm
  | kubevirtSince("1.8") as $new
  | anyForm(
      (if $new != false then ($workers | length > 1) | {certain: ., possible: .} else empty end),
      (if $new != true then ($in.nodes | length > 1) | {certain: ., possible: .} else empty end)) as $several
  | select($several.possible and ($kvm | length) < 2)
  | ([.kubevirts[]? | .metadata.creationTimestamp] | min) as $installed
  | reduce ($in.nodes[0:10][]) as $node (
      ($in | finding("only \($kvm | length) of \($in.nodes | length) nodes offer devices.kubevirt.io/kvm" + (if $kvm == [] then "" else " (\($kvm[0].metadata.name))" end)));
      also($node; .metadata.name, (select(.status.allocatable["devices.kubevirt.io/kvm"] != null) | .status.allocatable["devices.kubevirt.io/kvm"])))
  | sinceAtMost($installed; 300)
  | .certain = $several.certain;

# Requests to deprecated versions of the group kubevirt.io in the hour of the gather and the one before, from the inputs counts and definitions: {name, object,
# writes, users, hidden}; `hidden` requests are those of users that the counts do not name. Lists and watches do not count, from 1.6 on neither do deletions.
def deprecatedRequests:
  (if .definitions == null then null
   else [.definitions[] | select(.spec.group == "kubevirt.io") | .spec.names.plural as $plural | .spec.versions[]? | select(.deprecated == true) | "\($plural).\(.name).kubevirt.io"] end) as $named
  | (if atLeast("kubevirt"; "1.6") then ["list", "watch", "delete"] else ["list", "watch"] end) as $harmless
  | (if $gatheredAt == null then null else ($gatheredAt / 3600 | floor) % 24 end) as $hour
  | .counts[]
  | select(.metadata.name | split(".") | length == 4 and .[2] == "kubevirt" and .[3] == "io")
  | select(.metadata.name as $name | ($named != null and ($named | index($name) != null)) or ($name | test("\\.v1alpha3\\.")) or ($name | startswith("virtualmachineinstancepresets.")))
  | . as $object
  # The entry of the present hour repeats currentHour, or is a day old.
  | [.status.currentHour // empty, (.status.last24h // [] | if $hour == null or length != 24 then .[] else .[($hour + 23) % 24] end)] as $hours
  | [$hours[].byNode[]?.byUser[]?] as $users
  | [$users[] | . as $user | ([.byVerb[]? | select(.verb | ascii_downcase | IN($harmless[]) | not) | .requestCount // 0] | add // 0) | select(. > 0) | {user: $user, requests: .}] as $writers
  | {
      name: .metadata.name,
      object: $object,
      writes: ([$writers[].requests] | add // 0),
      users: ([$writers[] | "\(.user.username) (\(.user.userAgent // "no user agent"))"] | unique),
      hidden: ([([$hours[] | .requestCount // 0] | add // 0) - ([$users[] | .requestCount // 0] | add // 0), 0] | max)
    };

# --- who leads virt-operator ---

# What the inputs pods and targets say about the alert's having series at all: before 1.8 it was silent where no virt-operator answers.
def alertSpeaks: kubevirtSince("1.8") == true or ((. + {deployment: null} | replicaCounts).up[0] > 0);

# A leader {holder, renewed, seconds} is there, gone for so long, or in doubt; $clock is the newest renewal of any leader that was gathered with it.
def judgedLeader($in; $object; $leader; $clock; $far; $what):
  ($leader.renewed | seconds) as $renewed
  | (if $renewed == null or $clock == null then null else $clock - $renewed end) as $near
  | (if $renewed == null or $far == null then $near else ([$far - $renewed, $near // 0] | max) end) as $late
  | ([$in.pods[]? | .metadata.name]) as $pods
  | ($in | alertSpeaks) as $speaks
  | if $late == null then undecided("when the \($what) was renewed"; "openshift")
    elif $late <= $leader.seconds + 60 then
      (if ($leader.holder // "") == "" then
         $object | finding("the \($what) was given up at \($leader.renewed), and nobody has taken it") | since($leader.renewed) | .certain = false
       elif $in.pods != null and ([$pods[] | select(. as $pod | $leader.holder | startswith($pod))] == []) then
         $object | finding("the \($what) is held by \($leader.holder), which is no virt-operator pod of this archive") | .certain = false
       else empty end)
    else
      $object
      | finding("the \($what) was last renewed at \($leader.renewed) by \(if ($leader.holder // "") == "" then "nobody" else $leader.holder end), \($late | span) before other leaders renewed theirs"
          + (if $speaks then "" else "; no virt-operator is known to answer, and the alert of this version needs one" end))
      | since($leader.renewed)
      | .certain = ($speaks and ($near // 0) >= 600)
    end;

# NoLeadingVirtOperator by the Lease; the clock are the other leases of the namespace, since a long gather reads them at the same time.
def leaseWithoutLeader:
  . as $in
  | ([.leases[] | select(.metadata.name == "virt-operator")] | .[0]) as $lease
  | ([.leases[] | .spec.renewTime | seconds // empty] | max) as $clock
  | ([(.everywhere // [])[] | .spec.renewTime | seconds // empty] | max) as $far
  | if .leases == [] then
      # Every component of virtualization keeps its Leases there.
      undecided("the Leases of the namespace of virt-operator"; "openshift")
    elif $lease == null then
      [select(.pods != null and .lines != null) | leadersInLogs | select(.leads)] as $leaders
      | if $leaders != [] then
        undecided("the Lease virt-operator, which pod \($leaders[0].pod.metadata.name) held by its log"; "openshift")
      elif kubevirtSince("1.0") == true and ([.pods[]? | select(podReady)] != []) then
        [.pods[] | select(podReady)] as $ready
        | $ready[0]
        | finding("namespace \(.metadata.namespace) has no Lease virt-operator, though virt-operator pods run: none has ever led")
        | since([$ready[] | readySince // empty] | max)
        | .certain = true
      else undecided("the Lease virt-operator"; "openshift") end
    else
      ([.leases[] | select(.metadata.name != "virt-operator") | .spec.renewTime | seconds // empty] | max) as $others
      # A lease that is alone in the archive cannot be its own clock.
      | ([(.everywhere // [])[] | select(.metadata.name != "virt-operator" or .metadata.namespace != $lease.metadata.namespace) | .spec.renewTime | seconds // empty] == [] and $others == null) as $alone
      | judgedLeader($in; $lease; {holder: $lease.spec.holderIdentity, renewed: $lease.spec.renewTime, seconds: ($lease.spec.leaseDurationSeconds // 15)};
          (if $alone then $gatheredAt else $others // $far end); (if $alone then $gatheredAt else [$clock, $far] | max end); "Lease \($lease | ref)")
      | if has("undecided") then . else .at = [["spec", "renewTime"], ["spec", "holderIdentity"]] end
    end;

# The leader that Endpoints carry in an annotation: {holder, renewed, seconds}, or null.
def leaderRecord:
  .metadata.annotations["control-plane.alpha.kubernetes.io/leader"]
  | if . == null then null
    else ([try fromjson catch null] | .[0]) | if type == "object" then {holder: .holderIdentity, renewed: .renewTime, seconds: (.leaseDurationSeconds // 15)} else null end end;

# NoLeadingVirtOperator by the Endpoints, which virt-operator kept before KubeVirt 1.3; later they are left over.
def endpointsWithoutLeader:
  . as $in
  | ([.endpoints[] | select(.metadata.name == "virt-operator")] | .[0]) as $endpoints
  | ($endpoints // {} | leaderRecord) as $leader
  | ([.endpoints[] | select(.metadata.name != "virt-operator") | leaderRecord | .renewed? | seconds // empty] | max) as $clock
  | if kubevirtSince("1.3") != false or $leader == null then undecided("the Lease virt-operator"; "openshift")
    else
      judgedLeader($in; $endpoints; $leader; $clock // $gatheredAt; $clock // $gatheredAt; "leadership in Endpoints \($endpoints | ref)")
    end;

# What the logs say of each virt-operator pod that runs: {pod, leads, waiting, line}; `waiting` is when it last began to wait.
def leadersInLogs:
  . as $in
  | .pods[]
  | select(podUp)
  | . as $pod
  | ([.status.containerStatuses[]? | .state.running.startedAt // empty | seconds // empty] | min) as $started
  | [$in.lines[] | select(.pod == $pod.metadata.name and ($started == null or .time == null or (.time | seconds) >= $started - 2))] as $lines
  | ([$lines[-1:][] | .text | test("acquired lease|Started leading")] == [true]) as $acquired
  | ([$in.working[]? | select(.pod == $pod.metadata.name)] != []) as $working
  | {
      pod: $pod,
      leads: ($acquired or ($working and ([$lines[-1:][] | .text | test("lost|renew")] != [true]))),
      waiting: ([$lines[-1:][] | select(.text | test("ttempting to acquire")) | .time] | .[0]),
      line: ($lines[-1] // null)
    };

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

# The input configs (all NetworkAddonsConfigs) does not ask for KubeMacPool, but one of them has no status: it may lack its end.
def macPoolUnknown: (any(.configs[]; wantsMacPool) | not) and any(.configs[]; .status == null);

def macPoolUndecided: undecided("the status of NetworkAddonsConfig \([.configs[] | select(.status == null)][0].metadata.name)"; "virtualization");

# The input configs (all NetworkAddonsConfigs) asks for no KubeMacPool.
def withoutMacPool:
  select(.configs != [] and (any(.configs[]; wantsMacPool or .status == null) | not))
  | inapplicable("KubeMacPool is not installed: NetworkAddonsConfig \(.configs[0].metadata.name) does not ask for it (spec.kubeMacPool)");

# --- metrics ---

# By how much the counters of the input series grew in the $seconds before their newest sample, as Prometheus counts; null without two samples of any.
def increaseWithin($seconds):
  (map(.samples[-1][0]) | max) as $until
  | [.[] | increase($until; $seconds)]
  | if . == [] then null else add end;

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
  | [$in.volumes[] | select(.spec.claimRef != null and lacksRxbounce("Block"))] as $candidates
  | select(($candidates | length) > 0)
  | [ ($in.claims[] | {key: ref, mode: (.spec.volumeMode // "Filesystem")}),
      ($candidates[] | {key: (.spec.claimRef.namespace + "/" + .spec.claimRef.name), volume: .}),
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

# The claim of a running machine, or its volume, that is not in the archive, by name: claims or volumes were not gathered whole then. Null if there is none. Input as
# for machinesWithoutRxbounce.
def lostVolume:
  (reduce .claims[] as $claim ({}; .[$claim | ref] = ($claim.spec.volumeName // ""))) as $claims
  # A volume without a status was cut short.
  | (reduce (.volumes[] | select(.status.phase != null)) as $volume ({}; .[$volume.metadata.name] = true)) as $volumes
  | [ .machines[] | select(.status.printableStatus == "Running")
      | .metadata.namespace as $namespace
      | .spec.template.spec.volumes[]?
      | (.dataVolume.name // .persistentVolumeClaim.claimName) | select(. != null)
      | $namespace + "/" + .
      | if $claims[.] == null then "PersistentVolumeClaim \(.)"
        elif $claims[.] != "" and $volumes[$claims[.]] == null then "PersistentVolume \($claims[.])"
        else empty end ]
  | .[0];

# --- objects that hco-operator overwrites ---

# Events of hco-operator about objects that it put back: {event, ago, counted, why}. Each comes with a step of the alert's counter, but for what it does during an upgrade
# and, when it starts, to objects for monitoring; and the counter begins anew with its process. Input: an object with events, and with hyperconvergeds and pods or null.
def overwrites:
  . as $in
  | any($in.hyperconvergeds[]?; hasCondition("Progressing"; "True")) as $upgrading
  | ([$in.pods[]? | select(.metadata.name | startswith("hco-operator-")) | .status.containerStatuses[]? | .state.running.startedAt | seconds // empty] | max) as $start
  | $in.events[]
  | select(.reason == "Overwritten")
  | (lastSeen | seconds) as $seen
  | (if $upgrading then ", while the HyperConverged was progressing"
     elif $start == null or $seen == null then ", and whether hco-operator has counted it since is not known"
     elif $seen < $start then ", before hco-operator last started"
     elif $seen < $start + 300 and (.message // "" | test("Overwritten (PrometheusRule|ServiceMonitor|Service|Role|RoleBinding|Secret)\\b")) then ", as it also does when it starts"
     else "" end) as $why
  | {event: ., ago: (lastSeen | secondsAgo), counted: ($why == ""), why: $why};

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
