package mganalyze.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the name of a placeholder asks for: {@code <your_storage_class_name>} a storage class,
 * {@code <value of label pod from alert>} a pod.
 *
 * @param words what is left without the words that say nothing, in lower case
 */
record PlaceholderName(List<String> words) {
  PlaceholderName {
    words = List.copyOf(words);
  }

  static PlaceholderName of(String name) {
    List<String> words = new ArrayList<>();
    for (String word : name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
      if (!word.isEmpty() && !saysNothing(word)) {
        boolean isGlued = word.length() > 4 && word.endsWith("name");
        words.add(isGlued ? word.substring(0, word.length() - 4) : word);
      }
    }
    return new PlaceholderName(words);
  }

  private static boolean saysNothing(String word) {
    return switch (word) {
      case "name",
          "names",
          "id",
          "the",
          "your",
          "my",
          "a",
          "an",
          "of",
          "in",
          "on",
          "for",
          "to",
          "from",
          "with",
          "value",
          "label",
          "alert",
          "above",
          "output",
          "field",
          "affected",
          "failing",
          "failed",
          "specific",
          "target",
          "source",
          "example",
          "problematic",
          "relevant",
          "desired",
          "actual",
          "address",
          "this",
          "that",
          "step",
          "previous" ->
          true;
      default -> false;
    };
  }

  boolean isNamespace() {
    return words.contains("namespace")
        || words.equals(List.of("ns"))
        || words.equals(List.of("project"));
  }

  /** With dashes, as names of objects begin: {@code virt-handler}. */
  String dashed() {
    List<String> parts = new ArrayList<>(words);
    if (parts.size() > 1 && parts.get(parts.size() - 1).equals("pod")) {
      parts.remove(parts.size() - 1);
    }
    return String.join("-", parts);
  }

  /** In one word, from the given one on, as types are called: {@code storageclass}. */
  String typeFrom(int index) {
    return String.join("", words.subList(index, words.size()));
  }
}
