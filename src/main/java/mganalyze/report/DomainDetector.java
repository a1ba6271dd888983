package mganalyze.report;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds names of hosts and domains: dotted words under a top-level domain, or under a domain that
 * this gather is known to use. API groups, registries and other names that are the same in every
 * cluster are left alone.
 */
final class DomainDetector implements Detector {
  private static final Set<String> TOP =
      words(
          "com net org edu gov mil int info biz io dev app cloud tech online site zone systems"
              + " network global group bank local internal lan corp home intra intern private"
              + " localdomain test example invalid prod at au be bg br ca ch cl cn co cz de dk ee es eu"
              + " fi fr gr hk hr hu ie il it jp kr lt lu lv mx nl no nz pl pt ro ru se sg si sk tr"
              + " tw ua uk us za");

  /** Domains that say nothing about a cluster: projects, registries, documentation. */
  private static final Set<String> COMMON =
      words(
          "kubevirt.io k8s.io x-k8s.io kubernetes.io openshift.io openshift.com openshift.org"
              + " redhat.io coreos.com quay.io docker.io gcr.io ghcr.io github.com github.io"
              + " githubusercontent.com golang.org go.dev prometheus.io ovn.org cncf.io metal3.io"
              + " nmstate.io ceph.com ceph.io rook.io noobaa.io etcd.io istio.io cri-o.io grafana.com"
              + " grafana.net operatorhub.io operatorframework.io fluentd.org fedoraproject.org"
              + " centos.org cluster.local svc.local localhost.localdomain jaegertracing.io"
              + " kiali.io knative.dev tekton.dev argoproj.io open-cluster-management.io"
              + " submariner.io cert-manager.io external-secrets.io vmware.com w3.org"
              + " oasis-open.org json-schema.org schemastore.org schemastore.com apache.org"
              + " access.redhat.com docs.redhat.com catalog.redhat.com console.redhat.com"
              + " bugzilla.redhat.com issues.redhat.com www.redhat.com registry.connect.redhat.com"
              + " component.redhat.com managed.openshift.io ietf.org letsencrypt.org harvesterhci.io"
              + " cattle.io rancher.io longhorn.io cnao.io suse.com projectcalico.org must-gather.local");

  private final Set<String> known = new HashSet<>();

  private static Set<String> words(String words) {
    return new HashSet<>(Arrays.asList(words.split(" ")));
  }

  /** From now on finds this domain and all names under it, whatever it ends in. */
  void learn(String domain) {
    if (domain.indexOf('.') > 0 && !isCommon(domain.toLowerCase(Locale.ROOT))) {
      known.add(domain.toLowerCase(Locale.ROOT));
    }
  }

  @Override
  public String kind() {
    return "domain";
  }

  @Override
  public Optional<Hit> next(String text, int from) {
    int dot = text.indexOf('.', from);
    while (dot >= 0) {
      int start = dot;
      while (start > from
          && isPart(text.charAt(start - 1))
          && !Detector.isEscape(text, start - 1)) {
        start--;
      }
      int end = dot;
      while (end < text.length() && isPart(text.charAt(end))) {
        end++;
      }
      while (start < end && !isLetterOrDigit(text.charAt(start))) {
        start++;
      }
      int stop = domainEnd(text, start, end);
      if (stop > start) {
        return Optional.of(new Hit(start, stop));
      }
      dot = text.indexOf('.', end);
    }
    return Optional.empty();
  }

  /**
   * Where the longest domain at the start of a dotted word ends; -1 if there is none. The word may
   * go on, as in {@code worker-0.cluster.example.com.yaml}.
   */
  private int domainEnd(String text, int start, int end) {
    int found = -1;
    int labels = 0;
    int label = start;
    for (int at = start; at <= end && at - start < 300; at++) {
      if (at < end && text.charAt(at) != '.') {
        continue;
      }
      if (at == label) {
        break;
      }
      labels++;
      String name = text.substring(start, at);
      if (labels > 1 && isDomain(name, text.substring(label, at))) {
        found = at;
      } else if (found > 0 && isGroup(name)) {
        // bridge.network looks like a domain, bridge.network.kubevirt.io is none.
        found = -1;
      }
      label = at + 1;
    }
    return found;
  }

  private boolean isDomain(String name, String lastLabel) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (int dot = -1; ; dot = lower.indexOf('.', dot + 1)) {
      if (known.contains(lower.substring(dot + 1))) {
        return true;
      }
      if (lower.indexOf('.', dot + 1) < 0) {
        break;
      }
    }
    return TOP.contains(lastLabel.toLowerCase(Locale.ROOT)) && !isCommon(lower);
  }

  /** A common name that is no search domain: resolvers put those behind any name. */
  private static boolean isGroup(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.endsWith("local") && isCommon(lower);
  }

  private static boolean isCommon(String lower) {
    for (int start = 0; start >= 0; ) {
      if (COMMON.contains(lower.substring(start))) {
        return true;
      }
      int dot = lower.indexOf('.', start);
      start = dot < 0 ? -1 : dot + 1;
    }
    return false;
  }

  private static boolean isPart(char c) {
    return isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
  }

  private static boolean isLetterOrDigit(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }
}
