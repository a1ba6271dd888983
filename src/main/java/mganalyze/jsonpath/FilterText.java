package mganalyze.jsonpath;

/**
 * A filter cut at its operator.
 *
 * @param operator one or more of {@code !<>=}; empty if there is none, and all is on the left
 */
record FilterText(String left, String operator, String right) {

  static FilterText split(String filter) {
    int operator = 0;
    while (operator < filter.length() && !isOperator(filter.charAt(operator))) {
      operator++;
    }
    int right = operator;
    while (right < filter.length() && isOperator(filter.charAt(right))) {
      right++;
    }
    if (right == filter.length() && right - operator > 1) {
      // The operator gives its last character to a right side that would be empty.
      right--;
    }
    boolean isWhole = operator > 0 && right > operator && right < filter.length();
    return isWhole
        ? new FilterText(
            filter.substring(0, operator),
            filter.substring(operator, right),
            filter.substring(right))
        : new FilterText(filter, "", "");
  }

  private static boolean isOperator(char c) {
    return c == '!' || c == '<' || c == '>' || c == '=';
  }
}
