package mganalyze.shell;

import java.util.Map;

/**
 * All that lives on in a {@link Shell} from one command line to the next. Of two shells with equal
 * memories the same command line does the same.
 *
 * @param lastStatus what {@code $?} stands for
 * @param pipefail of {@code set -o pipefail}
 * @param stopsOnError of {@code set -e}
 * @param refusesUnset of {@code set -u}
 */
public record Memory(
    Map<String, String> variables,
    int lastStatus,
    boolean pipefail,
    boolean stopsOnError,
    boolean refusesUnset) {
  public Memory {
    variables = Map.copyOf(variables);
  }
}
