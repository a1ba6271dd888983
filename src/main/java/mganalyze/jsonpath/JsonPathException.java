package mganalyze.jsonpath;

/** A template that kubectl refuses, or one that does not fit the object; in kubectl's words. */
public final class JsonPathException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean isAfterResults;

  JsonPathException(String message) {
    this(message, true);
  }

  private JsonPathException(String message, boolean isAfterResults) {
    super(message, null, false, false);
    this.isAfterResults = isAfterResults;
  }

  static JsonPathException withoutResults(String message) {
    return new JsonPathException(message, false);
  }

  /** Whether the failed step leaves values behind: a filter for existence is content with them. */
  boolean isAfterResults() {
    return isAfterResults;
  }
}
