package mganalyze.oc.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mganalyze.gather.FieldSelector;
import mganalyze.gather.Gather;
import mganalyze.gather.LabelSelector;
import mganalyze.gather.Query;
import mganalyze.gather.Resource;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;
import mganalyze.oc.command.Console;
import mganalyze.oc.value.Struct;

/** Neighbours as the archive has them. */
final class GatheredNeighbours implements Neighbours {
  private final Gather gather;
  private final Console console;
  private final boolean withEvents;

  GatheredNeighbours(Gather gather, Console console, boolean withEvents) {
    this.gather = gather;
    this.console = console;
    this.withEvents = withEvents;
  }

  @Override
  public List<Struct> find(
      String type, String namespace, LabelSelector labels, FieldSelector fields) {
    Optional<ResourceType> found = gather.types().find(type);
    if (found.isEmpty()) {
      return List.of();
    }
    List<Struct> objects = new ArrayList<>();
    Query query = Query.of(found.get(), scope(namespace)).labelled(labels).where(fields);
    for (Resource resource : gather.resources(query)) {
      console.sources().accept(resource.path());
      objects.add(new Struct(resource.json()));
    }
    return objects;
  }

  private static Scope scope(String namespace) {
    return namespace.isEmpty() ? Scope.all() : Scope.of(namespace);
  }

  @Override
  public boolean showsEvents() {
    return withEvents;
  }

  @Override
  public boolean lacks(String type, String namespace) {
    Optional<ResourceType> found = gather.types().find(type);
    return found.isPresent() && !gather.coverage(found.get(), scope(namespace)).isComplete();
  }
}
