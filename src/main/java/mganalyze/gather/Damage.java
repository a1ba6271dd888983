package mganalyze.gather;

import java.util.ArrayList;
import java.util.List;
import mganalyze.finding.Problem;

/** Which trees of the archive are cut short or damaged, so that more may have been in them. */
final class Damage {
  private final List<String> archives = new ArrayList<>();

  Damage(List<Problem> problems) {
    for (Problem problem : problems) {
      if (problem.kind().makesIncomplete()) {
        archives.add(container(problem.path()));
      }
    }
  }

  /** The archive that an entry lies in: all up to the last {@code !/}. */
  private static String container(String path) {
    int nested = path.lastIndexOf("!/");
    return nested < 0 ? "" : path.substring(0, nested + 2);
  }

  boolean reaches(String root) {
    for (String archive : archives) {
      if (root.startsWith(archive)) {
        return true;
      }
    }
    return false;
  }

  boolean isAny() {
    return !archives.isEmpty();
  }
}
