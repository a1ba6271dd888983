package mganalyze.oc.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Types;

/**
 * What the words of {@code get} or {@code describe} name: all objects of some types, or single
 * objects.
 *
 * @param types those whose objects are listed
 * @param objects single objects, in the order given
 */
public record Targets(List<ResourceType> types, List<Named> objects) {
  /** One object. */
  public record Named(ResourceType type, String name) {}

  public Targets {
    types = List.copyOf(types);
    objects = List.copyOf(objects);
  }

  /** Reads words such as {@code pods}, {@code pod,svc}, {@code pod a b}, {@code pod/a svc/b}. */
  public static Targets parse(String program, List<String> words, Types types)
      throws CommandException {
    TypeWord typeWord = new TypeWord(types);
    long slashed = words.stream().filter(word -> word.indexOf('/') >= 0).count();
    if (slashed > 0) {
      if (slashed < words.size()) {
        throw CommandException.error(
            "there is no need to specify a resource type as a separate argument when passing"
                + " arguments in resource/name form (e.g. '"
                + program
                + " get resource/<resource_name>' instead of '"
                + program
                + " get resource resource/<resource_name>'");
      }
      return new Targets(List.of(), pairs(words, typeWord));
    }
    List<String> typeNames = split(words.get(0));
    if (words.size() == 1) {
      return new Targets(typeWord.many(typeNames), List.of());
    }
    List<ResourceType> found = typeWord.many(typeNames);
    List<Named> objects = new ArrayList<>();
    for (ResourceType type : found) {
      for (String name : words.subList(1, words.size())) {
        objects.add(new Named(type, name));
      }
    }
    return new Targets(found, objects);
  }

  private static List<Named> pairs(List<String> words, TypeWord typeWord) throws CommandException {
    List<String[]> pairs = new ArrayList<>();
    for (String word : words) {
      String[] parts = word.split("/", -1);
      if (parts.length > 2) {
        throw CommandException.error(
            "arguments in resource/name form may not have more than one slash");
      }
      if (parts[0].isEmpty() || parts[1].isEmpty() || split(parts[0]).size() != 1) {
        throw CommandException.error(
            "arguments in resource/name form must have a single resource and name");
      }
      pairs.add(parts);
    }
    List<Named> objects = new ArrayList<>();
    for (String[] pair : pairs) {
      objects.add(new Named(typeWord.one(pair[0]), pair[1]));
    }
    return objects;
  }

  private static List<String> split(String words) {
    return List.copyOf(new LinkedHashSet<>(List.of(words.split(",", -1))));
  }
}
