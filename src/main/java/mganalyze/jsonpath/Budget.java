package mganalyze.jsonpath;

/** How many values an evaluation may still look at; a template can ask for exponentially many. */
final class Budget {

  private static final int MOST_VALUES = 20_000_000;

  private int left = MOST_VALUES;

  void spend(int values) {
    left -= values + 1;
    if (left < 0) {
      throw new JsonPathException("too many values");
    }
  }
}
