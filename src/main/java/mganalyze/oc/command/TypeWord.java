package mganalyze.oc.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Types;

/** Finds the resource types that a word of the command line means. */
final class TypeWord {
  private final Types types;

  TypeWord(Types types) {
    this.types = types;
  }

  /** The one type of a word. */
  ResourceType one(String word) throws CommandException {
    Optional<ResourceType> found = types.find(word);
    if (found.isPresent() && types.isServed(found.get()) != Types.Served.NO) {
      return found.get();
    }
    if (found.isPresent() || types.areComplete() || isNoType(word)) {
      throw unknown(word);
    }
    throw CommandException.noData(
        "the archive does not tell whether there is a resource type \""
            + word
            + "\": its definition was not gathered",
        "the definition of " + word);
  }

  /** The types of words joined by commas, each once; {@code all} stands for a category. */
  List<ResourceType> many(List<String> words) throws CommandException {
    List<ResourceType> found = new ArrayList<>();
    for (String word : words) {
      List<ResourceType> meant =
          types.find(word).isEmpty()
              ? types.inCategory(word.toLowerCase(Locale.ROOT))
              : List.of(one(word));
      for (ResourceType type : meant.isEmpty() ? List.of(one(word)) : meant) {
        if (!found.contains(type)) {
          found.add(type);
        }
      }
    }
    return found;
  }

  /** A command, a placeholder, or the generated name of a pod, where a type should stand. */
  private static boolean isNoType(String word) {
    return word.equals("logs")
        || !word.matches("[A-Za-z][A-Za-z0-9.-]*")
        || word.matches(".*-([bcdfghjklmnpqrstvwxz2456789]{5}|[0-9]+)");
  }

  private static CommandException unknown(String word) {
    int dot = word.indexOf('.');
    String plain = dot < 0 ? word : word.substring(0, dot);
    return CommandException.error("the server doesn't have a resource type \"" + plain + "\"");
  }
}
