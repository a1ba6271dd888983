package mganalyze.yaml;

import java.util.List;

/** Follows a path while a document is parsed, to learn where the value at its end stands. */
final class Trail {

  private final List<Object> path;
  private int found;
  private int place;
  private boolean isOver;

  /**
   * @param start where the document itself begins
   */
  Trail(List<Object> path, int start) {
    this.path = path;
    this.place = start;
  }

  void pass(int depth, Object step, int at) {
    if (isOver) {
      return;
    }
    if (depth < found) {
      isOver = true;
    } else if (depth == found && depth < path.size() && step.equals(path.get(depth))) {
      found++;
      place = at;
    }
  }

  /** Where the deepest step that exists stands. */
  int place() {
    return place;
  }
}
