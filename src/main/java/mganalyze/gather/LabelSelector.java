package mganalyze.gather;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A label selector: {@code a=b,c!=d,e in (f,g),h notin (i),j,!k,l>1}, requirements joined by "and".
 * {@code !=} and {@code notin} hold for objects without the label, as the API server has it; {@code
 * k=} asks for an empty value.
 */
public final class LabelSelector {
  /** Matches every object. */
  public static final LabelSelector EVERYTHING = new LabelSelector(List.of());

  private final List<Requirement> requirements;

  private LabelSelector(List<Requirement> requirements) {
    this.requirements = List.copyOf(requirements);
  }

  enum Operator {
    IN,
    NOT_IN,
    EXISTS,
    MISSING,
    GREATER,
    LESS
  }

  record Requirement(String key, Operator operator, List<String> values) {
    boolean matches(JsonNode labels) {
      JsonNode value = labels.get(key);
      return switch (operator) {
        case EXISTS -> value != null;
        case MISSING -> value == null;
        case IN -> value != null && values.contains(value.asText());
        case NOT_IN -> value == null || !values.contains(value.asText());
        case GREATER -> value != null && number(value).filter(n -> n > bound()).isPresent();
        case LESS -> value != null && number(value).filter(n -> n < bound()).isPresent();
      };
    }

    private long bound() {
      return Long.parseLong(values.get(0));
    }

    private static Optional<Long> number(JsonNode value) {
      try {
        return Optional.of(Long.parseLong(value.asText()));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
  }

  /** Throws {@link SelectorException} with the API server's words for what it cannot understand. */
  public static LabelSelector parse(String text) throws SelectorException {
    return new LabelSelector(new LabelSelectorParser(text).parse());
  }

  public boolean isEverything() {
    return requirements.isEmpty();
  }

  /** Whether an object with these labels (a map, or missing) is selected. */
  public boolean matches(JsonNode labels) {
    for (Requirement requirement : requirements) {
      if (!requirement.matches(labels)) {
        return false;
      }
    }
    return true;
  }

  /** Words that must occur in the text of every object that is selected. */
  List<String> requiredWords() {
    List<String> words = new ArrayList<>();
    for (Requirement requirement : requirements) {
      switch (requirement.operator()) {
        case IN -> {
          words.add(requirement.key());
          if (requirement.values().size() == 1 && !requirement.values().get(0).isEmpty()) {
            words.add(requirement.values().get(0));
          }
        }
        case EXISTS, GREATER, LESS -> words.add(requirement.key());
        case NOT_IN, MISSING -> {}
      }
    }
    return words;
  }
}
