package mganalyze.shell.jq;

import com.fasterxml.jackson.databind.JsonNode;
import mganalyze.shell.Invocation;

/** The values in jq's input. */
interface JsonInput {

  /** Input that is no JSON. */
  final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadInputException(String message) {
      super(message, null, false, false);
    }
  }

  /** The standard input of a call. */
  static JsonInput of(Invocation call, JqSettings settings) {
    if (settings.readsLines()) {
      return new RawInput(call.input(), settings.slurps());
    }
    return call.json().<JsonInput>map(TreeInput::new).orElseGet(() -> new TextInput(call.input()));
  }

  /**
   * @throws BadInputException where the next value is broken
   */
  boolean hasNext();

  /** The next value, not to be changed. */
  JsonNode next();

  /** How many lines were read so far. */
  int line();
}
