package mganalyze.shell;

import java.util.Map;
import java.util.TreeMap;

/** What lives on from command to command: variables, the last status, options. */
final class State {
  private static final String DEFAULT_SEPARATORS = " \t\n";
  private final Map<String, String> variables;
  private int lastStatus;
  private boolean pipefail;
  private boolean stopsOnError;
  private boolean refusesUnset;

  State() {
    this.variables = new TreeMap<>();
  }

  State(State other) {
    this.variables = new TreeMap<>(other.variables);
    this.lastStatus = other.lastStatus;
    this.pipefail = other.pipefail;
    this.stopsOnError = other.stopsOnError;
    this.refusesUnset = other.refusesUnset;
  }

  State(Memory memory) {
    this.variables = new TreeMap<>(memory.variables());
    this.lastStatus = memory.lastStatus();
    this.pipefail = memory.pipefail();
    this.stopsOnError = memory.stopsOnError();
    this.refusesUnset = memory.refusesUnset();
  }

  Memory memory() {
    return new Memory(variables, lastStatus, pipefail, stopsOnError, refusesUnset);
  }

  Map<String, String> variables() {
    return variables;
  }

  /** Gives a variable the value that it has in another state, or none. */
  void restore(String name, State other) {
    String value = other.variables.get(name);
    if (value == null) {
      variables.remove(name);
    } else {
      variables.put(name, value);
    }
  }

  int lastStatus() {
    return lastStatus;
  }

  void lastStatus(int status) {
    lastStatus = status;
  }

  boolean isPipefail() {
    return pipefail;
  }

  void pipefail(boolean on) {
    pipefail = on;
  }

  boolean stopsOnError() {
    return stopsOnError;
  }

  void stopsOnError(boolean on) {
    stopsOnError = on;
  }

  boolean refusesUnset() {
    return refusesUnset;
  }

  void refusesUnset(boolean on) {
    refusesUnset = on;
  }

  /** The characters of IFS. */
  String separators() {
    return variables.getOrDefault("IFS", DEFAULT_SEPARATORS);
  }
}
