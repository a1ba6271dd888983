package mganalyze.diagnosis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mganalyze.archive.Content;
import mganalyze.gather.Gather;
import mganalyze.gather.Resource;
import mganalyze.gather.Scope;
import mganalyze.oc.NodeLogs;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.command.CommandLine;
import mganalyze.oc.command.Console;
import mganalyze.oc.command.Flag.Takes;
import mganalyze.oc.command.Flags;

/**
 * The journals of systemd's units, where the archive has them: of each node in {@code
 * nodes/NODE/NODE_logs_UNIT}, and those of all masters in one file, {@code
 * host_service_logs/masters/UNIT_service.log}.
 */
final class NodeJournals implements NodeLogs {
  /** Lines of one journal that are printed, its newest. */
  private static final int MOST_LINES = 50_000;

  private static final String MASTERS = "host_service_logs/masters/";

  private final Gather gather;

  NodeJournals(Gather gather) {
    this.gather = gather;
  }

  /**
   * A unit's journal.
   *
   * @param node empty for the file of all masters
   * @param content uncompressed
   */
  record Journal(String node, String path, Content content) {
    /** Its newest lines, oldest first. */
    List<String> tail(int most) throws IOException {
      Deque<String> lines = new ArrayDeque<>();
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(content.open(), StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          lines.addLast(line);
          if (lines.size() > most) {
            lines.removeFirst();
          }
        }
      }
      return List.copyOf(lines);
    }
  }

  /** The journals of a unit such as {@code kubelet}, by node; the one of all masters comes last. */
  List<Journal> of(String unit) {
    String name = unit.endsWith(".service") ? unit.substring(0, unit.length() - 8) : unit;
    List<Journal> journals = new ArrayList<>();
    for (Map.Entry<String, Content> file : gather.files("nodes/").entrySet()) {
      String last = file.getKey().substring(file.getKey().lastIndexOf('/') + 1);
      int end = last.indexOf("_logs_");
      String rest = end < 0 ? "" : last.substring(end + 6);
      if (rest.equals(name) || rest.equals(name + ".gz")) {
        journals.add(new Journal(last.substring(0, end), file.getKey(), file.getValue()));
      }
    }
    for (Map.Entry<String, Content> file :
        gather.files(MASTERS + name + "_service.log").entrySet()) {
      journals.add(new Journal("", file.getKey(), file.getValue()));
    }
    return journals;
  }

  /** The nodes whose journal of a unit is there; by node name its newest lines. */
  Map<String, List<String>> lines(List<Journal> journals, int most) throws IOException {
    Map<String, List<String>> byNode = new TreeMap<>();
    for (Journal journal : journals) {
      if (!journal.node().isEmpty()) {
        byNode.put(journal.node(), journal.tail(most));
      }
    }
    for (Journal journal : journals) {
      if (journal.node().isEmpty()) {
        for (String line : journal.tail(MOST_LINES)) {
          String host = host(line);
          boolean isKnown = byNode.keySet().stream().anyMatch(node -> isHost(node, host));
          if (!isKnown || byNode.containsKey("masters, " + host)) {
            byNode.computeIfAbsent("masters, " + host, k -> new ArrayList<>()).add(line);
          }
        }
      }
    }
    byNode.replaceAll(
        (node, lines) -> lines.subList(Math.max(0, lines.size() - most), lines.size()));
    return byNode;
  }

  /** Journals have short host names: {@code Oct 24 13:00:11.679593 master-0 systemd[1]: …}. */
  private static String host(String line) {
    String[] words = line.split(" +", 5);
    return words.length < 5 ? "" : words[3];
  }

  private static boolean isHost(String node, String host) {
    return node.equals(host) || node.startsWith(host + ".");
  }

  @Override
  public int print(List<String> arguments, Console console) throws IOException {
    CommandLine line;
    try {
      line = CommandLine.parse("oc adm node-logs", flags(), arguments);
    } catch (CommandException e) {
      console.complain(e.getMessage());
      return 1;
    }
    String unit = line.text("unit").orElse("");
    List<Journal> journals = unit.isEmpty() || line.isGiven("path") ? List.of() : of(unit);
    Map<String, List<String>> chosen = new TreeMap<>();
    int most = line.text("tail").map(Integer::parseInt).filter(n -> n >= 0).orElse(MOST_LINES);
    lines(journals, most)
        .forEach(
            (node, lines) -> {
              if (isAsked(node, line)) {
                chosen.put(node, lines);
              }
            });
    if (chosen.isEmpty()) {
      String what =
          unit.isEmpty()
              ? "the files under /var/log of nodes"
              : "the journal of " + unit + nodes(line.words());
      console.complain("the archive does not have " + what);
      console.noData().accept(what);
      return 1;
    }
    journals.forEach(journal -> console.sources().accept(journal.path()));
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, List<String>> journal : chosen.entrySet()) {
      String prefix = chosen.size() == 1 || line.has("raw") ? "" : journal.getKey() + " ";
      journal.getValue().forEach(each -> text.append(prefix).append(each).append('\n'));
    }
    console.print(text.toString());
    return 0;
  }

  private static String nodes(List<String> names) {
    return names.isEmpty() ? " of any node" : " of " + String.join(", ", names);
  }

  private boolean isAsked(String node, CommandLine line) {
    String name = node.startsWith("masters, ") ? node.substring(9) : node;
    boolean isNamed =
        line.words().isEmpty()
            || line.words().stream()
                .map(word -> word.substring(word.lastIndexOf('/') + 1))
                .anyMatch(word -> isHost(word, name) || word.equals(name));
    String role = line.text("role").orElse("");
    return isNamed
        && (role.isEmpty()
            || hasRole(name, role)
            || node.startsWith("masters, ") && role.equals("master"));
  }

  private boolean hasRole(String name, String role) {
    for (Resource node :
        gather.resources(gather.types().find("nodes").orElseThrow(), Scope.all())) {
      if (isHost(node.name(), name)) {
        return node.json().at("/metadata/labels").has("node-role.kubernetes.io/" + role);
      }
    }
    return false;
  }

  private static Flags flags() {
    return Flags.global()
        .text("unit", "u")
        .text("role", "")
        .text("path", "")
        .number("tail", "")
        .flag("raw", "")
        .flag("unify", "")
        .unsupported("grep", "g", Takes.TEXT)
        .unsupported("since", "", Takes.TEXT)
        .unsupported("until", "", Takes.TEXT)
        .unsupported("selector", "l", Takes.TEXT)
        .unsupported("boot", "", Takes.TEXT)
        .unsupported("case-sensitive", "", Takes.NOTHING)
        .unsupported("output", "o", Takes.TEXT);
  }
}
