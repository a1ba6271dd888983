package mganalyze.archive;

/**
 * How much an archive may ask for; what goes beyond it is cut, and a problem says so.
 *
 * @param entries how many entries, directories and nested ones included
 * @param entryBytes unpacked size of one entry, in bytes
 * @param totalBytes unpacked size of everything, nested archives included, in bytes
 * @param ratio how many bytes may be unpacked from each byte of the archive, on the whole
 * @param ratioFreeBytes how many bytes may be unpacked before the ratio counts: zero-filled core
 *     dumps pack well and do no harm
 * @param depth how deep archives may be nested; an archive in the archive has depth 1
 */
public record Limits(
    long entries, long entryBytes, long totalBytes, long ratio, long ratioFreeBytes, int depth) {
  private static final long GIBIBYTE = 1L << 30;

  /** Limits that a must-gather of 50 GB does not reach. */
  public static Limits defaults() {
    return new Limits(5_000_000, 64 * GIBIBYTE, 1024 * GIBIBYTE, 2000, 4 * GIBIBYTE, 4);
  }

  boolean isRatioExceeded(long unpackedBytes, long packedBytes) {
    return unpackedBytes > ratioFreeBytes && unpackedBytes / ratio > packedBytes;
  }
}
