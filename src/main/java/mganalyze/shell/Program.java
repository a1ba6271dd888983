package mganalyze.shell;

import java.io.IOException;
import java.util.List;

/** A program that command lines can call. It has no state: one instance serves all calls. */
public interface Program {
  /**
   * Runs once.
   *
   * @return the exit status
   * @throws UnsupportedCommandException if a flag or a form of it is not supported
   * @throws NeedsClusterException if only a live cluster, or a person, can do it
   */
  int run(Invocation call) throws IOException;

  /**
   * Tells what is known without running, so that a runbook can be checked before there is an
   * archive. Does nothing where nothing can be told.
   *
   * @param name the name it was called by
   * @param arguments the words after it; one that depends on variables or on other commands stands
   *     as it was written, such as {@code $NAMESPACE}
   * @param literal whether no argument depends on anything
   * @throws UnsupportedCommandException if a flag or a form of it is not supported
   * @throws NeedsClusterException if only a live cluster, or a person, can do it
   */
  default void check(String name, List<String> arguments, boolean literal) {}
}
