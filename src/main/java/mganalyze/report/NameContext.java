package mganalyze.report;

import java.util.List;

/**
 * The words that say that a name follows, such as {@code nodeName:}. By them a name is told from a
 * common word that is spelled alike.
 */
enum NameContext {
  NODE(List.of("nodeName", "nodename", "node", "Node", "node/", "nodes/", "hostname")),
  NAMESPACE(
      List.of("namespace", "Namespace", "namespaces/", "-n", "vm/", "system:serviceaccount:")) {
    /** As {@code web/vm-1}, or in the first column of a table. */
    @Override
    boolean isTold(String text, int start, int end) {
      boolean isPath = start > 0 && "/.-_".indexOf(text.charAt(start - 1)) >= 0;
      boolean isQualifier =
          end + 1 < text.length()
              && text.charAt(end) == '/'
              && Character.isLetterOrDigit(text.charAt(end + 1));
      boolean startsLine =
          start == 0 || text.charAt(start - 1) == '\n' || Detector.isEscape(text, start - 1);
      return isQualifier && !isPath || startsLine && text.startsWith("  ", end);
    }
  },
  MACHINE(
      List.of(
          "virt-launcher-",
          "virtualmachine/",
          "virtualmachines/",
          "virtualmachineinstance/",
          "virtualmachineinstances/",
          ".kubevirt.io/",
          "kubevirt.io/domain",
          "kubevirt.io/vm",
          "vm.kubevirt.io/name",
          "vmiName",
          "vmName"));

  private final List<String> before;

  NameContext(List<String> before) {
    this.before = before;
  }

  /** Whether what stands around {@code text[start, end)} says that it is such a name. */
  boolean holds(String text, int start, int end) {
    if (start == 0 && end == text.length() || isTold(text, start, end)) {
      return true;
    }
    int joint = start;
    while (joint > 0 && "\\\"': =".indexOf(text.charAt(joint - 1)) >= 0) {
      joint--;
    }
    for (String word : before) {
      boolean isGlued = "/-:".indexOf(word.charAt(word.length() - 1)) >= 0;
      int wordEnd = isGlued ? start : joint;
      boolean isJoined = isGlued || joint < start;
      if (isJoined && text.startsWith(word, wordEnd - word.length())) {
        return true;
      }
    }
    return false;
  }

  boolean isTold(String text, int start, int end) {
    return false;
  }
}
