package mganalyze.oc.describe;

import java.util.ArrayList;
import java.util.List;
import mganalyze.gather.FieldSelector;
import mganalyze.gather.LabelSelector;
import mganalyze.gather.SelectorException;
import mganalyze.oc.table.Cells;
import mganalyze.oc.value.Struct;

/** The addresses behind a service, ready or not, from its endpoint slices. */
final class Endpoints {
  private static final String OF_SERVICE = "kubernetes.io/service-name=";

  private final List<Struct> slices;
  private final boolean lacking;

  private Endpoints(List<Struct> slices, boolean lacking) {
    this.slices = slices;
    this.lacking = lacking;
  }

  static Endpoints of(Struct service, Surroundings surroundings) {
    Neighbours neighbours = surroundings.neighbours();
    String type = "endpointslices.discovery.k8s.io";
    try {
      LabelSelector selector = LabelSelector.parse(OF_SERVICE + service.name());
      List<Struct> slices =
          neighbours.find(type, service.namespace(), selector, FieldSelector.EVERYTHING);
      return new Endpoints(slices, slices.isEmpty() && neighbours.lacks(type, service.namespace()));
    } catch (SelectorException e) {
      return new Endpoints(List.of(), false);
    }
  }

  /** The addresses of a named port: three at most, then how many more there are. */
  String of(String port) {
    if (slices.isEmpty()) {
      return lacking ? "<not in the archive>" : "<none>";
    }
    List<String> all = new ArrayList<>();
    for (Struct slice : slices) {
      if (slice.size("ports") == 0) {
        addresses(slice, all, "");
      }
      for (Struct candidate : slice.items("ports")) {
        if (candidate.text("name").equals(port)) {
          addresses(slice, all, candidate.text("port"));
        }
      }
    }
    return Cells.firstThree(all);
  }

  private static void addresses(Struct slice, List<String> all, String port) {
    for (Struct endpoint : slice.items("endpoints")) {
      List<String> addresses = endpoint.texts("addresses");
      if (!addresses.isEmpty()) {
        String address = addresses.get(0);
        all.add(port.isEmpty() ? address : Cells.hostAndPort(address, port));
      }
    }
  }
}
