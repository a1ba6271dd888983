package mganalyze.report;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Learns the names of virtual machines from where they stand in texts: the pods that run them, the
 * files they were gathered into, the tables and names that {@code oc get vm} prints, and log lines
 * that say what kind of object they are about.
 */
final class MachineNames {
  private static final String LAUNCHER = "virt-launcher-";
  private static final int SUFFIX = 6;
  private static final Set<String> WORDS =
      new HashSet<>(
          Arrays.asList(
              "vm",
              "vms",
              "vmi",
              "vmis",
              "virtualmachine",
              "virtualmachines",
              "virtualmachineinstance",
              "virtualmachineinstances"));

  private final Consumer<String> learning;

  MachineNames(Consumer<String> learning) {
    this.learning = learning;
  }

  /** Any text: a message, a path, an output. */
  void text(String text) {
    for (int at = text.indexOf(LAUNCHER); at >= 0; at = text.indexOf(LAUNCHER, at + 1)) {
      String name = name(text, at + LAUNCHER.length());
      if (name.length() > SUFFIX && name.charAt(name.length() - SUFFIX) == '-') {
        learning.accept(name.substring(0, name.length() - SUFFIX));
      }
    }
    behind(text, "/virtualmachines/");
    behind(text, "/virtualmachineinstances/");
    behind(text, "virtualmachine.kubevirt.io/");
    behind(text, "virtualmachineinstance.kubevirt.io/");
  }

  private void behind(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      String name = name(text, at + word.length());
      learning.accept(name.endsWith(".yaml") ? name.substring(0, name.length() - 5) : name);
    }
  }

  /** A line that may be about a virtual machine, such as one that virt-handler logged. */
  void line(String line) {
    if (line.contains("\"VirtualMachine\"") || line.contains("\"VirtualMachineInstance\"")) {
      learning.accept(NameCollector.field(line, "\"name\""));
    }
  }

  /** Whether a command's table, if it prints one, is of virtual machines. */
  static boolean areListedBy(String command) {
    for (String word : command.split("[ ,.]")) {
      if (WORDS.contains(word)) {
        return command.contains(" get ");
      }
    }
    return false;
  }

  private static String name(String text, int start) {
    int end = start;
    while (end < text.length() && NameCollector.isNamePart(text.charAt(end))) {
      end++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}
