package mganalyze.gather;

import mganalyze.finding.Missing;

/**
 * Whether what was asked for is in the archive; "gathered, there are none" and "not gathered" are
 * different answers.
 */
public sealed interface Coverage {

  /**
   * All of it was gathered, be it none.
   *
   * @param why what proves it, for a person: a file, or what the producer always collects
   */
  record Gathered(String why) implements Coverage {}

  /** The cluster does not have this type: its definition is not among the gathered ones. */
  record NoSuchType(String why) implements Coverage {}

  /** Some of it is there, more may have existed: damage, or namespaces that were not gathered. */
  record Partly(String why, Missing missing) implements Coverage {}

  /** None of it was gathered. */
  record NotGathered(Missing missing) implements Coverage {}

  /** Whether an empty or full answer may be believed. */
  default boolean isComplete() {
    return this instanceof Gathered || this instanceof NoSuchType;
  }
}
