package mganalyze.cli;

/** Tells what the parts of an analysis took, in words such as {@code read in 0.41 s}. */
final class Stopwatch {
  private final StringBuilder told = new StringBuilder();
  private long last = System.nanoTime();

  /** Ends a part. */
  void lap(String part) {
    long now = System.nanoTime();
    long hundredths = (now - last + 5_000_000) / 10_000_000;
    last = now;
    told.append(told.isEmpty() ? "" : ", ")
        .append(part)
        .append(" in ")
        .append(hundredths / 100)
        .append('.')
        .append(hundredths / 10 % 10)
        .append(hundredths % 10)
        .append(" s");
  }

  @Override
  public String toString() {
    return told.toString();
  }
}
