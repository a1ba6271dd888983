package mganalyze.oc.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mganalyze.finding.Missing;
import mganalyze.gather.Coverage;
import mganalyze.gather.Gather;
import mganalyze.gather.Query;
import mganalyze.gather.Resource;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;

/**
 * Looks up what a command names, and keeps account of what the archive lacks, so that "none" is
 * only said where none is true.
 */
public final class Finder {
  private final Gather gather;
  private final Console console;
  private final Set<Missing> missing = new LinkedHashSet<>();
  private final Set<String> partial = new LinkedHashSet<>();
  private int found;

  public Finder(Gather gather, Console console) {
    this.gather = gather;
    this.console = console;
  }

  /** The objects that a query selects. What may be missing is remembered. */
  public List<Resource> list(Query query) {
    List<Resource> resources = gather.resources(query);
    String cited = "";
    for (Resource resource : resources) {
      // Most of a list lies in one file.
      if (!resource.path().equals(cited)) {
        cited = resource.path();
        console.sources().accept(cited);
      }
    }
    found += resources.size();
    Coverage coverage = gather.coverage(query);
    if (coverage instanceof Coverage.NotGathered lacking) {
      missing.add(lacking.missing());
    } else if (coverage instanceof Coverage.Partly partly) {
      if (resources.isEmpty()) {
        missing.add(partly.missing());
      } else {
        partial.add(
            "the archive may not have all "
                + partly.missing().what()
                + " ("
                + partly.why()
                + "): gather them with: "
                + partly.missing().collectWith());
      }
    }
    return resources;
  }

  /**
   * One object by name.
   *
   * @return empty where the archive lacks what would show it, which is remembered
   * @throws CommandException where it is known not to exist
   */
  public Optional<Resource> named(ResourceType type, Scope scope, String name)
      throws CommandException {
    Query query = Query.of(type, scope).named(name);
    List<Resource> resources = gather.resources(query);
    if (!resources.isEmpty()) {
      found++;
      cite(resources.get(0));
      return Optional.of(resources.get(0));
    }
    Coverage coverage = gather.coverage(query);
    if (coverage instanceof Coverage.NotGathered lacking) {
      missing.add(lacking.missing());
      return Optional.empty();
    }
    if (coverage instanceof Coverage.Partly partly) {
      missing.add(partly.missing());
      return Optional.empty();
    }
    throw notFound(type, scope, name);
  }

  private CommandException notFound(ResourceType type, Scope scope, String name) {
    Optional<String> namespace = type.namespaced() ? scope.namespace() : Optional.empty();
    boolean nowhere = namespace.isPresent() && !gather.hasNamespace(namespace.get());
    return new CommandException(
        "Error from server (NotFound): "
            + (nowhere ? "namespaces \"" + namespace.get() : type.qualifiedPlural() + " \"" + name)
            + "\" not found");
  }

  private void cite(Resource resource) {
    console.sources().accept(resource.path());
  }

  /** Whether something that was asked for is not in the archive. */
  public boolean isLacking() {
    return !missing.isEmpty();
  }

  /**
   * Says on standard error what is not in the archive.
   *
   * @return whether that leaves the command without an answer
   */
  public boolean complainOfGaps() throws IOException {
    for (String note : partial) {
      console.complain(note);
    }
    if (missing.isEmpty()) {
      return false;
    }
    Set<String> commands = new LinkedHashSet<>();
    List<String> whats = new ArrayList<>();
    for (Missing one : missing) {
      commands.add(one.collectWith());
      whats.add(one.what());
    }
    String what = String.join(", ", whats);
    console.complain(
        "the archive does not have "
            + what
            + ": gather "
            + (whats.size() > 1 ? "them" : "it")
            + " with: "
            + String.join("; ", commands));
    if (found > 0) {
      return false;
    }
    console.noData().accept(what);
    return true;
  }
}
