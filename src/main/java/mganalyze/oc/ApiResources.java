package mganalyze.oc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mganalyze.gather.Gather;
import mganalyze.gather.ResourceType;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.command.CommandLine;
import mganalyze.oc.command.Console;
import mganalyze.oc.command.Flag.Takes;
import mganalyze.oc.command.Flags;
import mganalyze.oc.value.AlignedText;

/** {@code api-resources}. */
final class ApiResources {
  private final Gather gather;

  ApiResources(Gather gather) {
    this.gather = gather;
  }

  static Flags flags() {
    return Flags.global()
        .text("api-group", "")
        .flag("namespaced", "")
        .flag("no-headers", "")
        .text("output", "o")
        .text("categories", "")
        .ignored("cached", "", Takes.NOTHING)
        .unsupported("sort-by", "", Takes.TEXT)
        .unsupported("verbs", "", Takes.TEXT);
  }

  int run(CommandLine line, Console console) throws CommandException, IOException {
    String output = line.text("output").orElse("");
    if (!output.isEmpty() && !output.equals("name")) {
      throw CommandException.error("--output " + output + " is not available");
    }
    AlignedText text = AlignedText.forTables();
    if (output.isEmpty() && !line.has("no-headers")) {
      text.append("NAME\tSHORTNAMES\tAPIVERSION\tNAMESPACED\tKIND\n");
    }
    for (ResourceType type : selected(line)) {
      if (output.equals("name")) {
        text.append(type.qualifiedPlural() + "\n");
      } else {
        text.append(
            String.join(
                    "\t",
                    type.plural(),
                    String.join(",", type.shortNames()),
                    type.apiVersion(),
                    Boolean.toString(type.namespaced()),
                    type.kind())
                + "\n");
      }
    }
    console.print(text.toString());
    return 0;
  }

  private List<ResourceType> selected(CommandLine line) {
    Optional<String> group = line.text("api-group");
    Optional<String> category = line.text("categories");
    List<ResourceType> selected = new ArrayList<>();
    for (ResourceType type : gather.types().all()) {
      boolean fits = group.isEmpty() || type.group().equals(group.get());
      fits &= category.isEmpty() || type.categories().contains(category.get());
      fits &= !line.isGiven("namespaced") || type.namespaced() == line.has("namespaced");
      if (fits) {
        selected.add(type);
      }
    }
    selected.sort(Comparator.comparing(ResourceType::group).thenComparing(ResourceType::plural));
    return selected;
  }
}
