package mganalyze.shell;

/** Standard input: shared by the commands of a loop, each of which takes some of it. */
final class Input {
  private Bytes rest;

  Input(Bytes bytes) {
    this.rest = bytes;
  }

  static Input empty() {
    return new Input(Bytes.EMPTY);
  }

  Bytes takeAll() {
    Bytes all = rest;
    rest = new Bytes(all.array(), all.end(), all.end());
    return all;
  }

  boolean isAtEnd() {
    return rest.length() == 0;
  }

  /** The bytes up to and without the delimiter, which is taken too. */
  Bytes takeUntil(byte delimiter) {
    int stop = rest.find(delimiter, rest.start());
    Bytes line = new Bytes(rest.array(), rest.start(), stop);
    rest = new Bytes(rest.array(), Math.min(stop + 1, rest.end()), rest.end());
    return line;
  }

  /** Whether the byte that was taken last is the delimiter, rather than the input's last byte. */
  boolean hasPassed(byte delimiter) {
    return rest.start() > 0 && rest.array()[rest.start() - 1] == delimiter;
  }
}
