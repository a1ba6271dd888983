package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One step of a path: makes new values out of those that the step before it found. */
sealed interface Node
    permits Steps, Literal, Field, Wildcard, Recursive, Elements, Union, Filter, Word {

  List<JsonNode> eval(List<JsonNode> input, Budget budget);
}
