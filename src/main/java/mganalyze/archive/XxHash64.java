package mganalyze.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The checksum of zstd: XXH64 with seed 0. */
final class XxHash64 {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long PRIME1 = 0x9E3779B185EBCA87L;
  private static final long PRIME2 = 0xC2B2AE3D27D4EB4FL;
  private static final long PRIME3 = 0x165667B19E3779F9L;
  private static final long PRIME4 = 0x85EBCA77C2B2AE63L;
  private static final long PRIME5 = 0x27D4EB2F165667C5L;
  private static final int STRIPE_BYTES = 32;

  private final byte[] rest = new byte[STRIPE_BYTES];
  private int restLength;
  private long length;

  // The algorithm counts modulo 2^64.
  @SuppressWarnings("ConstantOverflow")
  private long lane1 = PRIME1 + PRIME2;

  private long lane2 = PRIME2;
  private long lane3;
  private long lane4 = -PRIME1;

  void update(byte[] bytes, int offset, int count) {
    length += count;
    int position = offset;
    int end = offset + count;
    if (restLength > 0) {
      int taken = Math.min(count, STRIPE_BYTES - restLength);
      System.arraycopy(bytes, position, rest, restLength, taken);
      restLength += taken;
      position += taken;
      if (restLength < STRIPE_BYTES) {
        return;
      }
      stripe(rest, 0);
      restLength = 0;
    }
    for (; position <= end - STRIPE_BYTES; position += STRIPE_BYTES) {
      stripe(bytes, position);
    }
    restLength = end - position;
    System.arraycopy(bytes, position, rest, 0, restLength);
  }

  private void stripe(byte[] bytes, int position) {
    lane1 = round(lane1, (long) LONG.get(bytes, position));
    lane2 = round(lane2, (long) LONG.get(bytes, position + 8));
    lane3 = round(lane3, (long) LONG.get(bytes, position + 16));
    lane4 = round(lane4, (long) LONG.get(bytes, position + 24));
  }

  /** The checksum of all bytes so far. */
  long value() {
    long hash = PRIME5;
    if (length >= STRIPE_BYTES) {
      hash =
          Long.rotateLeft(lane1, 1)
              + Long.rotateLeft(lane2, 7)
              + Long.rotateLeft(lane3, 12)
              + Long.rotateLeft(lane4, 18);
      hash = merge(merge(merge(merge(hash, lane1), lane2), lane3), lane4);
    }
    hash += length;
    int position = 0;
    for (; position + 8 <= restLength; position += 8) {
      hash ^= round(0, (long) LONG.get(rest, position));
      hash = Long.rotateLeft(hash, 27) * PRIME1 + PRIME4;
    }
    if (position + 4 <= restLength) {
      hash ^= ((int) INT.get(rest, position) & 0xffffffffL) * PRIME1;
      hash = Long.rotateLeft(hash, 23) * PRIME2 + PRIME3;
      position += 4;
    }
    for (; position < restLength; position++) {
      hash ^= (rest[position] & 0xff) * PRIME5;
      hash = Long.rotateLeft(hash, 11) * PRIME1;
    }
    hash = (hash ^ hash >>> 33) * PRIME2;
    hash = (hash ^ hash >>> 29) * PRIME3;
    return hash ^ hash >>> 32;
  }

  private static long round(long lane, long input) {
    return Long.rotateLeft(lane + input * PRIME2, 31) * PRIME1;
  }

  private static long merge(long hash, long lane) {
    return (hash ^ round(0, lane)) * PRIME1 + PRIME4;
  }
}
