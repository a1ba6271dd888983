package mganalyze.report;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Learns the names of virtual machines from logs, objects and sentences: of launcher pods, labels,
 * references and addresses of the API.
 */
final class MachineNames {
  private static final String LAUNCHER = "virt-launcher-";
  private static final int SUFFIX = 5;
  private static final int KIND_REACH = 400;

  /** What a name stands behind, with nothing but quotes, colons and blanks between. */
  private static final String[] LABELS = {
    "kubevirt.io/domain", "kubevirt.io/vm", "vm.kubevirt.io/name", "/vmName", "vmiName"
  };

  /** What is followed by a name in quotes or behind a slash; without, by any word. */
  private static final String[] TYPES = {
    "virtualmachine.kubevirt.io",
    "virtualmachines.kubevirt.io",
    "virtualmachineinstance.kubevirt.io",
    "virtualmachineinstances.kubevirt.io"
  };

  /** What is followed by namespace and name. */
  private static final String[] KINDS = {
    "VirtualMachine ", "VirtualMachineInstance ", "virtual machine ", "virtual machine instance "
  };

  private static final Set<String> LISTED =
      Set.of(
          "vm",
          "vms",
          "vmi",
          "vmis",
          "virtualmachine",
          "virtualmachines",
          "virtualmachineinstance",
          "virtualmachineinstances");

  private final Consumer<String> learning;

  MachineNames(Consumer<String> learning) {
    this.learning = learning;
  }

  void learn(String text) {
    launchers(text);
    for (String label : LABELS) {
      for (int at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + 1)) {
        int end = at + label.length();
        take(text, joint(text, end, "\\\"': ="), end);
      }
    }
    for (String type : TYPES) {
      for (int at = text.indexOf(type); at >= 0; at = text.indexOf(type, at + 1)) {
        int end = at + type.length();
        int start = joint(text, end, "\\\"' /");
        boolean isName = start > end && text.charAt(start - 1) != ' ';
        take(text, isName ? start : end, end);
      }
    }
    for (String kind : KINDS) {
      for (int at = text.indexOf(kind); at >= 0; at = text.indexOf(kind, at + 1)) {
        qualified(text, at + kind.length());
      }
    }
    for (int at = text.indexOf("vm/"); at >= 0; at = text.indexOf("vm/", at + 1)) {
      if (!isUnderWay(text, at)) {
        qualified(text, at + 3);
      }
    }
    for (int at = text.indexOf("/virtualmachine"); at >= 0; ) {
      address(text, at);
      at = text.indexOf("/virtualmachine", at + 1);
    }
    for (int at = text.indexOf("kind"); at >= 0; at = text.indexOf("kind", at + 1)) {
      kind(text, joint(text, at + 4, "\\\"': "));
    }
  }

  /** Pods of virtual machines are named {@code virt-launcher-NAME-SUFFIX}. */
  private void launchers(String text) {
    for (int at = text.indexOf(LAUNCHER); at >= 0; at = text.indexOf(LAUNCHER, at + 1)) {
      int start = at + LAUNCHER.length();
      int end = nameEnd(text, start);
      int hyphen = end - SUFFIX - 1;
      if (hyphen > start && text.charAt(hyphen) == '-' && isSuffix(text, hyphen + 1, end)) {
        learning.accept(text.substring(start, hyphen));
      }
    }
  }

  private static boolean isSuffix(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) == '-' || text.charAt(at) == '.') {
        return false;
      }
    }
    return true;
  }

  /** {@code NAMESPACE/NAME}. */
  private void qualified(String text, int start) {
    int slash = nameEnd(text, start);
    boolean isQualified =
        slash > start && slash < text.length() && text.charAt(slash) == '/' && slash - start < 64;
    if (isQualified && !text.startsWith("vm/", start)) {
      take(text, slash + 1, slash);
    }
  }

  /** {@code …/namespaces/NAMESPACE/virtualmachines/NAME}, in a path or an address of the API. */
  private void address(String text, int at) {
    int parent = text.lastIndexOf("namespaces/", at);
    int start = text.indexOf('/', at + 1) + 1;
    int typeEnd = nameEnd(text, at + 1);
    if (parent >= 0 && at - parent < 160 && start == typeEnd + 1) {
      take(text, start, at);
    }
  }

  /** The first name behind {@code kind: VirtualMachine}. */
  private void kind(String text, int start) {
    int end = nameEnd(text, start);
    String word = text.substring(start, Math.min(end, start + 40));
    if (!word.equals("VirtualMachine") && !word.equals("VirtualMachineInstance")) {
      return;
    }
    int limit = Math.min(text.length(), end + KIND_REACH);
    for (int at = text.indexOf("name", end); at >= 0 && at < limit; ) {
      int name = joint(text, at + 4, "\\\"': ");
      boolean isKey = name > at + 4 && text.substring(at + 4, name).indexOf(':') >= 0;
      if (isKey && !isUnderWay(text, at)) {
        take(text, name, at);
        return;
      }
      at = text.indexOf("name", at + 1);
    }
  }

  private void take(String text, int start, int after) {
    int end = nameEnd(text, start);
    if (start > after && end > start) {
      String name = text.substring(start, end);
      learning.accept(name.endsWith(".yaml") ? name.substring(0, name.length() - 5) : name);
    }
  }

  /** Whether a command's table, if it prints one, is of virtual machines. */
  static boolean areListedBy(String command) {
    for (String word : command.split("[ ,.]")) {
      if (LISTED.contains(word)) {
        return command.contains("get ");
      }
    }
    return false;
  }

  private static boolean isUnderWay(String text, int at) {
    return at > 0 && isNamePart(text.charAt(at - 1)) && !Detector.isEscape(text, at - 1);
  }

  private static int joint(String text, int from, String joints) {
    int at = from;
    while (at < text.length() && joints.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** Where the name that starts there ends; names end in a letter or a digit. */
  private static int nameEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isNamePart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '.';
  }
}
