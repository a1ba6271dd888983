package mganalyze.oc.get;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mganalyze.gather.Gather;
import mganalyze.gather.Query;
import mganalyze.gather.Resource;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;
import mganalyze.gather.Types;
import mganalyze.jsonpath.JsonPathException;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.command.CommandLine;
import mganalyze.oc.command.Console;
import mganalyze.oc.command.Finder;
import mganalyze.oc.command.Flag.Takes;
import mganalyze.oc.command.Flags;
import mganalyze.oc.command.Selectors;
import mganalyze.oc.command.Targets;
import mganalyze.oc.table.Shapes;
import mganalyze.shell.NeedsClusterException;

/** {@code get}. */
public final class GetCommand {
  private final Gather gather;
  private final TemplateFiles files;

  public GetCommand(Gather gather, TemplateFiles files) {
    this.gather = gather;
    this.files = files;
  }

  /** The flags that {@code get} knows. */
  public static Flags flags() {
    return Flags.global()
        .flag("all-namespaces", "A")
        .text("field-selector", "")
        .flag("ignore-not-found", "")
        .text("label-columns", "L")
        .flag("no-headers", "")
        .text("output", "o")
        .text("selector", "l")
        .flag("show-kind", "")
        .flag("show-labels", "")
        .text("sort-by", "")
        .text("template", "")
        .flag("watch", "w")
        .flag("watch-only", "")
        .ignored("allow-missing-template-keys", "", Takes.NOTHING)
        .ignored("chunk-size", "", Takes.NUMBER)
        .ignored("output-watch-events", "", Takes.NOTHING)
        .ignored("recursive", "R", Takes.NOTHING)
        .ignored("server-print", "", Takes.NOTHING)
        .unsupported("filename", "f", Takes.TEXT)
        .unsupported("kustomize", "k", Takes.TEXT)
        .unsupported("raw", "", Takes.TEXT)
        .flag("show-managed-fields", "")
        .unsupported("subresource", "", Takes.TEXT);
  }

  /** Refuses what no archive can do, and formats that are not supported. */
  public static void check(CommandLine line, String program) throws CommandException {
    refuse(line, program);
    Format.of(line, program + " get", TemplateFiles.NONE);
  }

  private static void refuse(CommandLine line, String program) {
    if (line.has("watch") || line.has("watch-only")) {
      throw new NeedsClusterException(program + " get --watch waits for changes of a live cluster");
    }
    if (line.has("show-managed-fields")) {
      throw new NeedsClusterException(
          program + " get --show-managed-fields needs a live cluster; they are not kept here");
    }
  }

  /** Runs it; the exit status. */
  public int run(CommandLine line, Console console) throws CommandException, IOException {
    refuse(line, console.program());
    Format format = Format.of(line, console.program() + " get", files);
    if (line.has("show-labels") && !format.isTable()) {
      throw CommandException.error(
          "--show-labels option cannot be used with "
              + line.text("output").orElse("")
              + " printer");
    }
    if (line.words().isEmpty()) {
      throw withoutType(console.program());
    }
    Targets targets = Targets.parse(console.program(), line.words(), gather.types());
    boolean everywhere = line.has("all-namespaces");
    Scope scope = everywhere ? Scope.all() : Scope.of(line.text("namespace").orElse("default"));
    Selectors selectors = Selectors.of(line);
    check(targets, selectors, everywhere);
    Finder finder = new Finder(gather, console);
    Selection selection = new Selection(finder, line.has("ignore-not-found"));
    if (targets.objects().isEmpty()) {
      for (ResourceType type : targets.types()) {
        Query query = selectors.query(type, scope);
        if (!isOnlyPossible(query, line.words().get(0))) {
          selection.list(type, query);
        }
      }
    } else {
      selection.named(targets.objects(), scope);
    }
    boolean failed = new Output(line, console, format, scope).print(selection, finder);
    for (String error : selection.errors()) {
      console.complain(error);
    }
    boolean unanswered = finder.complainOfGaps();
    return failed || unanswered || !selection.errors().isEmpty() ? 1 : 0;
  }

  /**
   * Whether a type of a category may not exist in the cluster at all: a category is what the
   * cluster has, so nothing is missing without it.
   */
  private boolean isOnlyPossible(Query query, String word) {
    return gather.types().find(word).isEmpty()
        && word.indexOf(',') < 0
        && gather.types().isServed(query.type()) == Types.Served.UNKNOWN
        && gather.resources(query).isEmpty();
  }

  private static CommandException withoutType(String program) {
    return new CommandException(
        "You must specify the type of resource to get. Use \""
            + program
            + " api-resources\" for a complete list of supported resources.\n\n"
            + "error: Required resource not specified.\n"
            + "Use \""
            + program
            + " explain <resource>\" for a detailed description of that resource (e.g. "
            + program
            + " explain pods).\n"
            + "See '"
            + program
            + " get -h' for help and examples");
  }

  private static void check(Targets targets, Selectors selectors, boolean everywhere)
      throws CommandException {
    if (targets.objects().isEmpty()) {
      return;
    }
    if (selectors.areGiven()) {
      throw CommandException.error(
          targets.types().isEmpty()
              ? "selectors and the all flag cannot be used when passing resource/name arguments"
              : "name cannot be provided when a selector is specified");
    }
    boolean namespaced = targets.objects().stream().anyMatch(object -> object.type().namespaced());
    if (everywhere && namespaced) {
      throw CommandException.error("a resource cannot be retrieved by name across all namespaces");
    }
  }

  /** Prints what was found. */
  private final class Output {
    private final CommandLine line;
    private final Console console;
    private final Format format;
    private final Scope scope;

    Output(CommandLine line, Console console, Format format, Scope scope) {
      this.line = line;
      this.console = console;
      this.format = format;
      this.scope = scope;
    }

    /** Whether it failed after what it printed. */
    boolean print(Selection selection, Finder finder) throws CommandException, IOException {
      if (format.isTable()) {
        tables(selection, finder);
        return false;
      }
      boolean none = selection.groups().stream().allMatch(group -> group.resources().isEmpty());
      // An empty list would say that there are none.
      if (none && (selection.isSingle() || finder.isLacking())) {
        return false;
      }
      List<JsonNode> objects = new ArrayList<>();
      for (Selection.Group group : selection.groups()) {
        group.resources().forEach(resource -> objects.add(Secrets.masked(resource)));
      }
      List<JsonNode> sorted = objects;
      Optional<String> sortBy = line.text("sort-by").filter(path -> !path.isEmpty());
      if (sortBy.isPresent() && !selection.isSingle() && !objects.isEmpty()) {
        try {
          sorted = Sorting.by(sortBy.get()).sorted(objects, object -> object);
        } catch (JsonPathException e) {
          throw CommandException.error(e.getMessage());
        }
      }
      return new ObjectOutput(format, console).print(sorted, selection, !line.has("no-headers"));
    }

    private void tables(Selection selection, Finder finder) throws CommandException, IOException {
      Optional<String> sortBy = line.text("sort-by").filter(path -> !path.isEmpty());
      List<Selection.Group> groups = selection.groups();
      if (sortBy.isPresent() && groups.size() > 1) {
        throw Sorting.notFound(Sorting.template(sortBy.get()));
      }
      String labels = line.text("label-columns").orElse("");
      TableText text =
          new TableText(
              new TableText.Look(
                  format.kind() == Format.Kind.WIDE,
                  !line.has("no-headers"),
                  line.has("all-namespaces"),
                  line.has("show-kind") || groups.size() > 1,
                  line.has("show-labels"),
                  labels.isEmpty() ? List.of() : List.of(labels.split(","))));
      Shapes shapes = new Shapes(console.now(), gather.kubernetesMinor());
      boolean printed = false;
      for (Selection.Group group : groups) {
        List<Resource> rows = sorted(group, sortBy, selection.isSingle());
        String table =
            text.print(
                group.type(),
                shapes.of(group.type(), gather.types().definition(group.type())),
                rows);
        if (!table.isEmpty()) {
          console.print(printed && !line.has("no-headers") ? "\n" + table : table);
          printed = true;
        }
      }
      boolean silent = line.has("ignore-not-found") || finder.isLacking();
      if (!printed && !silent && selection.errors().isEmpty()) {
        console.complain(nothing(groups));
      }
    }

    private List<Resource> sorted(Selection.Group group, Optional<String> sortBy, boolean single) {
      if (sortBy.isEmpty() || single || group.resources().isEmpty()) {
        return group.rows();
      }
      try {
        return Sorting.by(sortBy.get()).sorted(group.resources(), Resource::json);
      } catch (CommandException | JsonPathException e) {
        // A table that cannot be sorted comes out empty.
        return List.of();
      }
    }

    private String nothing(List<Selection.Group> groups) {
      boolean namespaced = groups.stream().anyMatch(group -> group.type().namespaced());
      return namespaced && scope.namespace().isPresent()
          ? "No resources found in " + scope.namespace().get() + " namespace."
          : "No resources found";
    }
  }
}
