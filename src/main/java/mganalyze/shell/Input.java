package mganalyze.shell;

import java.util.Optional;
import mganalyze.finding.Nullable;

/** Standard input: shared by the commands of a loop, each of which takes some of it. */
final class Input {
  @Nullable private Pipe untouched;
  private Bytes rest;

  Input(Bytes bytes) {
    this.rest = bytes;
  }

  Input(Pipe pipe) {
    this(Bytes.EMPTY);
    this.untouched = pipe;
  }

  static Input empty() {
    return new Input(Bytes.EMPTY);
  }

  /** JSON that is the whole input and was not written yet. */
  Optional<JsonText> takeJson() {
    Optional<JsonText> json = untouched == null ? Optional.empty() : untouched.json();
    if (json.isPresent()) {
      untouched = null;
    }
    return json;
  }

  Bytes takeAll() {
    Bytes all = rest();
    rest = new Bytes(all.array(), all.end(), all.end());
    return all;
  }

  boolean isAtEnd() {
    return rest().length() == 0;
  }

  /** The bytes up to and without the delimiter, which is taken too. */
  Bytes takeUntil(byte delimiter) {
    Bytes all = rest();
    int stop = all.find(delimiter, all.start());
    rest = new Bytes(all.array(), Math.min(stop + 1, all.end()), all.end());
    return new Bytes(all.array(), all.start(), stop);
  }

  /** Whether the byte that was taken last is the delimiter, rather than the input's last byte. */
  boolean hasPassed(byte delimiter) {
    Bytes all = rest();
    return all.start() > 0 && all.array()[all.start() - 1] == delimiter;
  }

  private Bytes rest() {
    if (untouched != null) {
      rest = untouched.bytes();
      untouched = null;
    }
    return rest;
  }
}
