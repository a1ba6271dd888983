package mganalyze.oc.describe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mganalyze.gather.Gather;
import mganalyze.gather.Query;
import mganalyze.gather.Resource;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.command.CommandLine;
import mganalyze.oc.command.Console;
import mganalyze.oc.command.Finder;
import mganalyze.oc.command.Flag.Takes;
import mganalyze.oc.command.Flags;
import mganalyze.oc.command.Selectors;
import mganalyze.oc.command.Targets;
import mganalyze.oc.value.Struct;

/** {@code describe}. */
public final class DescribeCommand {
  private final Gather gather;

  public DescribeCommand(Gather gather) {
    this.gather = gather;
  }

  /** The flags that {@code describe} knows. */
  public static Flags flags() {
    return Flags.global()
        .flag("all-namespaces", "A")
        .text("selector", "l")
        .flag("show-events", "")
        .ignored("chunk-size", "", Takes.NUMBER)
        .ignored("recursive", "R", Takes.NOTHING)
        .unsupported("filename", "f", Takes.TEXT)
        .unsupported("kustomize", "k", Takes.TEXT);
  }

  /** Runs it; the exit status. */
  public int run(CommandLine line, Console console) throws CommandException, IOException {
    if (line.words().isEmpty()) {
      throw CommandException.error(
          "You must specify the type of resource to describe. Use \""
              + console.program()
              + " api-resources\" for a complete list of supported resources.");
    }
    Targets targets = Targets.parse(console.program(), line.words(), gather.types());
    boolean everywhere = line.has("all-namespaces");
    Scope scope = everywhere ? Scope.all() : Scope.of(line.text("namespace").orElse("default"));
    Selectors selectors = Selectors.of(line);
    if (!targets.objects().isEmpty()) {
      refuse(targets, selectors, everywhere);
    }
    Finder finder = new Finder(gather, console);
    boolean events = !line.isGiven("show-events") || line.has("show-events");
    Describers describers =
        new Describers(new GatheredNeighbours(gather, console, events), console.now());
    List<String> errors = new ArrayList<>();
    List<Resource> found =
        targets.objects().isEmpty()
            ? listed(targets, selectors, scope, finder)
            : named(targets, scope, finder, errors);
    if (errors.size() == 1 && line.words().size() == 2) {
      // A name that does not exist may be the beginning of names that do.
      found = List.of();
      for (Resource resource : prefixed(targets, scope, finder)) {
        console.print(describers.describe(resource.type(), new Struct(resource.json())) + "\n");
        errors.clear();
      }
    }
    StringBuilder text = new StringBuilder();
    for (Resource resource : found) {
      text.append(text.length() > 0 ? "\n\n" : "")
          .append(describers.describe(resource.type(), new Struct(resource.json())));
    }
    console.print(text.toString());
    for (String error : errors) {
      console.complain(error);
    }
    boolean unanswered = finder.complainOfGaps();
    if (found.isEmpty() && targets.objects().isEmpty() && !finder.isLacking()) {
      console.complain(nothing(scope));
    }
    return unanswered || !errors.isEmpty() ? 1 : 0;
  }

  // Unlike get, it names a namespace for types without one, too.
  private static String nothing(Scope scope) {
    return scope
        .namespace()
        .map(namespace -> "No resources found in " + namespace + " namespace.")
        .orElse("No resources found");
  }

  private static void refuse(Targets targets, Selectors selectors, boolean everywhere)
      throws CommandException {
    if (selectors.areGiven()) {
      throw CommandException.error(
          targets.types().isEmpty()
              ? "selectors and the all flag cannot be used when passing resource/name arguments"
              : "name cannot be provided when a selector is specified");
    }
    if (everywhere && targets.objects().stream().anyMatch(object -> object.type().namespaced())) {
      throw CommandException.error("a resource cannot be retrieved by name across all namespaces");
    }
  }

  private static List<Resource> listed(
      Targets targets, Selectors selectors, Scope scope, Finder finder) throws CommandException {
    List<Resource> found = new ArrayList<>();
    for (ResourceType type : targets.types()) {
      found.addAll(finder.list(selectors.query(type, scope)));
    }
    return found;
  }

  private static List<Resource> named(
      Targets targets, Scope scope, Finder finder, List<String> errors) {
    List<Resource> found = new ArrayList<>();
    for (Targets.Named object : targets.objects()) {
      try {
        finder.named(object.type(), scope, object.name()).ifPresent(found::add);
      } catch (CommandException e) {
        errors.add(e.getMessage());
      }
    }
    return found;
  }

  private static List<Resource> prefixed(Targets targets, Scope scope, Finder finder) {
    List<Resource> found = new ArrayList<>();
    if (targets.types().size() == 1) {
      String prefix = targets.objects().get(0).name();
      for (Resource resource : finder.list(Query.of(targets.types().get(0), scope))) {
        if (resource.name().startsWith(prefix)) {
          found.add(resource);
        }
      }
    }
    return found;
  }
}
