package mganalyze.gather;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field selector: {@code status.phase!=Running,spec.nodeName=worker-0}. Matches are exact; a
 * missing field is the empty string. Which fields a type supports is for the caller to check with
 * {@link #fields()}.
 */
public final class FieldSelector {
  /** Matches every object. */
  public static final FieldSelector EVERYTHING = new FieldSelector(List.of());

  private final List<Term> terms;

  private FieldSelector(List<Term> terms) {
    this.terms = List.copyOf(terms);
  }

  /** One comparison. */
  record Term(String field, List<String> path, boolean equal, String value) {
    Term(String field, boolean equal, String value) {
      this(field, List.of(field.split("\\.")), equal, value);
    }

    boolean matches(JsonNode object) {
      return valueOf(object).equals(value) == equal;
    }

    /** What the object has there. */
    String valueOf(JsonNode object) {
      JsonNode node = object;
      for (String step : path) {
        node = node.path(step);
      }
      if (node.isMissingNode() || node.isNull()) {
        // Fields that the API server derives or defaults.
        return switch (field) {
          case "spec.unschedulable", "spec.hostNetwork" -> "false";
          case "source" -> object.path("source").path("component").asText();
          default -> "";
        };
      }
      return field.equals("source") ? node.path("component").asText() : node.asText();
    }
  }

  /** Throws {@link SelectorException} for a term without an operator. */
  public static FieldSelector parse(String text) throws SelectorException {
    List<Term> terms = new ArrayList<>();
    for (String part : text.split(",")) {
      if (part.isBlank()) {
        continue;
      }
      int bang = part.indexOf("!=");
      int equals = part.indexOf('=');
      if (equals < 0) {
        throw new SelectorException(
            "invalid selector: '" + text + "'; can't understand '" + part + "'");
      }
      if (bang >= 0 && bang < equals) {
        terms.add(new Term(part.substring(0, bang).trim(), false, part.substring(bang + 2).trim()));
      } else {
        int from = part.startsWith("==", equals) ? equals + 2 : equals + 1;
        terms.add(new Term(part.substring(0, equals).trim(), true, part.substring(from).trim()));
      }
    }
    return new FieldSelector(terms);
  }

  public boolean isEverything() {
    return terms.isEmpty();
  }

  /** The fields that are compared, in the order written. */
  public List<String> fields() {
    return terms.stream().map(Term::field).toList();
  }

  /** Whether the object is selected. */
  public boolean matches(JsonNode object) {
    for (Term term : terms) {
      if (!term.matches(object)) {
        return false;
      }
    }
    return true;
  }

  /** The first term that asks for a value. */
  Optional<Term> firstEquality() {
    for (Term term : terms) {
      if (term.equal()) {
        return Optional.of(term);
      }
    }
    return Optional.empty();
  }

  /** Words that must occur in the text of every object that is selected. */
  List<String> requiredWords() {
    List<String> words = new ArrayList<>();
    for (Term term : terms) {
      if (term.equal() && !term.value().isEmpty() && !term.value().equals("false")) {
        words.add(term.value());
      }
    }
    return words;
  }
}
