package mganalyze.yaml;

/**
 * The bytes of one object in a file, not parsed yet.
 *
 * @param from first byte; the start of its line, where the object is an item of a block sequence
 * @param to the byte behind the last one
 * @param line line of the first byte in the file, from 1
 * @param indent column of the item's dash, or {@link #DOCUMENT} where the bytes are a whole
 *     document or a JSON value
 */
public record Slice(int from, int to, int line, int indent) {

  /** No dash stands before the object. */
  public static final int DOCUMENT = -1;
}
