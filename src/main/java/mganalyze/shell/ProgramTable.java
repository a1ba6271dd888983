package mganalyze.shell;

import java.util.Map;
import mganalyze.shell.filter.Filters;

/** Which program a name stands for: the caller's, a filter, or one that cannot run here. */
final class ProgramTable {
  private ProgramTable() {}

  /**
   * Throws {@link UnsupportedCommandException} for a name that nobody knows, {@link
   * NeedsClusterException} for a known one that cannot run here.
   */
  static Program find(Map<String, Program> programs, String name) {
    Program own = programs.get(name);
    if (own != null) {
      return own;
    }
    Program filter = Filters.named(name);
    if (filter != null) {
      return filter;
    }
    refuse(name);
    if (NoSuchProgram.isOne(name)) {
      return new NoSuchProgram();
    }
    throw new UnsupportedCommandException(name.isEmpty() ? "a command without a name" : name);
  }

  static boolean isKnown(Map<String, Program> programs, String name) {
    return programs.containsKey(name)
        || Builtins.has(name)
        || Filters.named(name) != null
        || !reason(name).isEmpty();
  }

  private static void refuse(String name) {
    String reason = reason(name);
    if (reason.isEmpty()) {
      return;
    }
    String message = "refused: " + name + " " + reason;
    throw isManual(name)
        ? NeedsClusterException.manual(message)
        : new NeedsClusterException(message);
  }

  private static boolean isManual(String name) {
    return reason(name).startsWith("needs a shell");
  }

  private static String reason(String name) {
    return switch (name) {
      case "systemctl",
          "journalctl",
          "ssh",
          "scp",
          "sudo",
          "chroot",
          "su",
          "dmesg",
          "top",
          "htop",
          "nsenter",
          "service",
          "reboot",
          "toolbox",
          "sosreport",
          "free",
          "df",
          "du",
          "lsblk",
          "ps",
          "vmstat",
          "iostat",
          "uptime",
          "lscpu",
          "mount",
          "umount",
          "lsof",
          "sysctl",
          "modprobe",
          "lsmod",
          "rpm-ostree",
          "hostname",
          "uname" ->
          "needs a shell on the node";
      case "curl",
          "wget",
          "nc",
          "telnet",
          "ping",
          "dig",
          "nslookup",
          "host",
          "traceroute",
          "openssl",
          "promtool",
          "amtool" ->
          "needs the live cluster's network";
      case "virtctl",
          "crictl",
          "podman",
          "docker",
          "skopeo",
          "ceph",
          "rbd",
          "rados",
          "odf",
          "noobaa",
          "etcdctl",
          "etcdutl",
          "virsh",
          "qemu-img",
          "ip",
          "ifconfig",
          "iptables",
          "nft",
          "ss",
          "netstat",
          "tcpdump",
          "ethtool",
          "nmcli",
          "nmstatectl",
          "bridge",
          "ovn-nbctl",
          "ovn-sbctl",
          "ovn-trace",
          "ovs-vsctl",
          "ovs-ofctl",
          "ovs-appctl",
          "ovsdb-client",
          "ovnkube-trace",
          "helm",
          "kustomize",
          "ccoctl",
          "operator-sdk",
          "subctl",
          "tkn",
          "kn",
          "rosa",
          "aws",
          "az",
          "gcloud",
          "ibmcloud",
          "govc",
          "rabbitmqctl",
          "psql",
          "vault",
          "logcli",
          "coreos-installer",
          "openshift-install" ->
          "needs a live cluster";
      default -> "";
    };
  }
}
