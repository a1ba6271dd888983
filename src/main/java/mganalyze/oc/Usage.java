package mganalyze.oc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mganalyze.gather.Gather;
import mganalyze.gather.Query;
import mganalyze.gather.Resource;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.command.CommandLine;
import mganalyze.oc.command.Console;
import mganalyze.oc.command.Flag.Takes;
import mganalyze.oc.command.Flags;
import mganalyze.oc.command.Selectors;
import mganalyze.oc.value.AlignedText;
import mganalyze.oc.value.GoSort;
import mganalyze.oc.value.Quantity;
import mganalyze.oc.value.Struct;

/**
 * {@code adm top}: what nodes and pods use of CPU and memory, where the archive holds the objects
 * of {@code metrics.k8s.io}, which few gathers do.
 */
final class Usage {
  private static final long MEBIBYTE = 1L << 20;

  private final Gather gather;
  private final Console console;

  Usage(Gather gather, Console console) {
    this.gather = gather;
    this.console = console;
  }

  static Flags flags() {
    return Flags.global()
        .flag("all-namespaces", "A")
        .text("selector", "l")
        .text("field-selector", "")
        .text("sort-by", "")
        .flag("containers", "")
        .flag("no-headers", "")
        .flag("sum", "")
        .ignored("use-protocol-buffers", "", Takes.NOTHING)
        .unsupported("show-capacity", "", Takes.NOTHING)
        .unsupported("show-swap", "", Takes.NOTHING);
  }

  /** One line: names first, then what is used. */
  private record Row(List<String> names, Quantity cpu, Quantity memory, String node) {}

  int run(CommandLine line) throws CommandException, IOException {
    String what = line.words().isEmpty() ? "" : line.words().get(0);
    boolean pods = List.of("pod", "pods", "po").contains(what);
    if (!pods && !List.of("node", "nodes", "no").contains(what)) {
      throw new CommandException("Display resource (CPU/memory) usage: name pods or nodes");
    }
    String sortBy = line.text("sort-by").orElse("");
    if (!List.of("", "cpu", "memory").contains(sortBy)) {
      throw CommandException.error("--sort-by accepts only cpu or memory");
    }
    String noun = pods ? "pods" : "nodes";
    Optional<ResourceType> type = gather.types().find(noun + ".metrics.k8s.io");
    boolean everywhere = !pods || line.has("all-namespaces");
    Scope scope = everywhere ? Scope.all() : Scope.of(line.text("namespace").orElse("default"));
    List<Resource> metrics = new ArrayList<>();
    if (type.isPresent()) {
      Query query = Selectors.of(line).query(type.get(), scope);
      if (line.words().size() > 1) {
        query = query.named(line.words().get(1));
      }
      metrics.addAll(gather.resources(query));
    }
    if (metrics.isEmpty()) {
      throw CommandException.noData(
          "the archive does not have the CPU and memory usage of "
              + noun
              + ": it is measured on a live cluster",
          "the CPU and memory usage of " + noun);
    }
    List<Row> rows = new ArrayList<>();
    for (Resource metric : metrics) {
      console.sources().accept(metric.paths().get(0));
      rows.addAll(rows(new Struct(metric.json()), pods, line));
    }
    List<Row> sorted = GoSort.sorted(rows, (left, right) -> isBefore(left, right, sortBy));
    console.print(pods ? pods(sorted, line) : nodes(sorted, line));
    return 0;
  }

  private static List<Row> rows(Struct metric, boolean pods, CommandLine line) {
    List<String> names = new ArrayList<>();
    if (pods && line.has("all-namespaces")) {
      names.add(metric.namespace());
    }
    names.add(metric.name());
    if (!pods) {
      return List.of(row(names, List.of(metric), metric.name()));
    }
    List<Struct> containers = metric.items("containers");
    if (!line.has("containers")) {
      return List.of(row(names, containers, ""));
    }
    List<Row> rows = new ArrayList<>();
    Map<String, Struct> byName = new TreeMap<>();
    containers.forEach(container -> byName.put(container.text("name"), container));
    byName.forEach(
        (name, container) -> {
          List<String> all = new ArrayList<>(names);
          all.add(name);
          rows.add(row(all, List.of(container), ""));
        });
    return rows;
  }

  private static Row row(List<String> names, List<Struct> users, String node) {
    Quantity cpu = Quantity.ZERO;
    Quantity memory = Quantity.ZERO;
    for (Struct user : users) {
      cpu = cpu.plus(Quantity.of(user.text("usage", "cpu")));
      memory = memory.plus(Quantity.of(user.text("usage", "memory")));
    }
    return new Row(names, cpu, memory, node);
  }

  private static boolean isBefore(Row left, Row right, String sortBy) {
    return switch (sortBy) {
      case "cpu" -> left.cpu().thousandths() > right.cpu().thousandths();
      case "memory" -> left.memory().wholes() > right.memory().wholes();
      default -> String.join("\0", left.names()).compareTo(String.join("\0", right.names())) < 0;
    };
  }

  private static String pods(List<Row> rows, CommandLine line) {
    AlignedText text = AlignedText.forTables();
    int names = rows.get(0).names().size();
    if (!line.has("no-headers")) {
      text.append(line.has("all-namespaces") ? "NAMESPACE\t" : "");
      text.append(line.has("containers") ? "POD\tNAME\t" : "NAME\t");
      text.append("CPU(cores)\tMEMORY(bytes)\t\n");
    }
    Quantity cpu = Quantity.ZERO;
    Quantity memory = Quantity.ZERO;
    for (Row row : rows) {
      text.append(
          String.join("\t", row.names())
              + "\t"
              + cpu(row.cpu())
              + "\t"
              + memory(row.memory())
              + "\t\n");
      cpu = cpu.plus(row.cpu());
      memory = memory.plus(row.memory());
    }
    if (line.has("sum")) {
      text.append("\t".repeat(names) + "________\t________\t\n");
      text.append("\t".repeat(names) + cpu(cpu) + "\t" + memory(memory) + "\t\n");
    }
    return text.toString();
  }

  private String nodes(List<Row> rows, CommandLine line) {
    AlignedText text = AlignedText.forTables();
    if (!line.has("no-headers")) {
      text.append("NAME\tCPU(cores)\tCPU%\tMEMORY(bytes)\tMEMORY%\t\n");
    }
    ResourceType type = gather.types().find("nodes").orElseThrow();
    for (Row row : rows) {
      List<Resource> nodes = gather.resources(Query.of(type, Scope.all()).named(row.node()));
      Struct allocatable =
          nodes.isEmpty()
              ? Struct.EMPTY
              : new Struct(nodes.get(0).json()).at("status", "allocatable");
      Quantity cpu = Quantity.of(allocatable.text("cpu"));
      Quantity memory = Quantity.of(allocatable.text("memory"));
      text.append(
          String.join(
              "\t",
              row.node(),
              cpu(row.cpu()),
              percent(row.cpu().thousandths(), cpu.thousandths()),
              memory(row.memory()),
              percent(row.memory().wholes(), memory.wholes())));
      text.append("\t\n");
    }
    return text.toString();
  }

  private static String cpu(Quantity quantity) {
    return quantity.thousandths() + "m";
  }

  private static String memory(Quantity quantity) {
    return quantity.wholes() / MEBIBYTE + "Mi";
  }

  private static String percent(long part, long whole) {
    return whole == 0 ? "<unknown>" : (long) ((double) part / whole * 100) + "%";
  }
}
