package mganalyze.oc.get;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mganalyze.gather.Query;
import mganalyze.gather.Resource;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.command.Finder;
import mganalyze.oc.command.Targets;

/** The objects of one call, in the order in which they are printed. */
final class Selection {
  /**
   * Neighbours of one type.
   *
   * @param listed whether all of a type were asked for, not some by name
   */
  record Group(ResourceType type, List<Resource> resources, boolean listed) {
    /** As the type's table has them, where nothing else sorts it. */
    List<Resource> rows() {
      return listed ? ServerOrder.of(type, resources) : resources;
    }
  }

  private final Finder finder;
  private final boolean ignoresMissing;
  private final List<Group> groups = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private boolean single;

  Selection(Finder finder, boolean ignoresMissing) {
    this.finder = finder;
    this.ignoresMissing = ignoresMissing;
  }

  void list(ResourceType type, Query query) {
    groups.add(new Group(type, finder.list(query), true));
  }

  void named(List<Targets.Named> objects, Scope scope) {
    single = objects.size() == 1;
    Set<String> said = new LinkedHashSet<>();
    for (Targets.Named object : objects) {
      try {
        Optional<Resource> resource = finder.named(object.type(), scope, object.name());
        resource.ifPresent(found -> add(object.type(), found));
      } catch (CommandException e) {
        if (!ignoresMissing) {
          said.add(e.getMessage());
        }
      }
    }
    errors.addAll(said);
  }

  private void add(ResourceType type, Resource resource) {
    if (groups.isEmpty() || !groups.get(groups.size() - 1).type().equals(type)) {
      groups.add(new Group(type, new ArrayList<>(), false));
    }
    groups.get(groups.size() - 1).resources().add(resource);
  }

  List<Group> groups() {
    return groups;
  }

  /** What was asked for by name and does not exist, as kubectl says it. */
  List<String> errors() {
    return errors;
  }

  /** Whether one object was asked for by its name, which prints bare instead of in a list. */
  boolean isSingle() {
    return single;
  }
}
