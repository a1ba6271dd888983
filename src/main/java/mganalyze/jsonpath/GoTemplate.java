package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;

/** Go templates; none is understood yet. */
public final class GoTemplate {
  private GoTemplate() {}

  public static GoTemplate parse(String template) throws JsonPathException {
    throw new JsonPathException("go-template is not supported");
  }

  public String print(JsonNode root) throws JsonPathException {
    return "";
  }
}
