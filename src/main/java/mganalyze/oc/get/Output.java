package mganalyze.oc.get;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mganalyze.gather.Gather;
import mganalyze.gather.Resource;
import mganalyze.gather.Scope;
import mganalyze.jsonpath.JsonPathException;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.command.CommandLine;
import mganalyze.oc.command.Console;
import mganalyze.oc.command.Finder;
import mganalyze.oc.table.Shapes;

/** Prints what was found. */
final class Output {
  private final Gather gather;
  private final CommandLine line;
  private final Console console;
  private final Format format;
  private final Scope scope;

  Output(Gather gather, CommandLine line, Console console, Format format, Scope scope) {
    this.gather = gather;
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
      byte[] table =
          text.print(
              group.type(), shapes.of(group.type(), gather.types().definition(group.type())), rows);
      if (table.length > 0) {
        console.print(printed && !line.has("no-headers") ? "\n" : "");
        console.out().write(table);
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
