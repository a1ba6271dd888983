package mganalyze.gather;

import mganalyze.archive.Content;

/** One log file of a container, as gathered. */
public final class LogFile {
  /** Which run of the container it tells of. */
  public enum Instance {
    ROTATED,
    CURRENT,
    PREVIOUS
  }

  /** What stands before the text of each line. */
  public enum Format {
    /** RFC 3339 time with nanoseconds and a blank, as {@code oc logs --timestamps} has it. */
    STAMPED,
    /** {@code TIME stdout|stderr P|F TEXT}, as the container runtime writes it. */
    CRI,
    PLAIN
  }

  private final String path;
  private final String root;
  private final String namespace;
  private final String pod;
  private final String container;
  private final Instance instance;
  private final Format format;
  private final Content content;
  private final boolean cut;
  private volatile boolean damagedInside;

  LogFile(String path, Place.ContainerLog place, Content content, boolean cut) {
    this.path = path;
    this.root = place.root();
    this.namespace = place.namespace();
    this.pod = place.pod();
    this.container = place.container();
    this.instance = place.instance();
    this.format = place.format();
    this.content = content;
    this.cut = cut;
  }

  /** Its path in the archive as uploaded. */
  public String path() {
    return path;
  }

  /** The folder of its producer, with its final slash, or empty. */
  String root() {
    return root;
  }

  public String namespace() {
    return namespace;
  }

  public String pod() {
    return pod;
  }

  /** Empty where the path does not tell: the pod's default container. */
  public String container() {
    return container;
  }

  public Instance instance() {
    return instance;
  }

  public Format format() {
    return format;
  }

  /**
   * Whether damage cut it short: of the archive or, once its {@link #bytes} were read, of the
   * compressed file itself.
   */
  public boolean isCut() {
    return cut || damagedInside;
  }

  /** Its bytes, uncompressed; those before damage. */
  public byte[] bytes() {
    Content text = content.decompressed();
    byte[] bytes = text.bytes();
    if (text.damage().isPresent()) {
      damagedInside = true;
    }
    return bytes;
  }

  /** Its last bytes, at most {@code length}; all of a compressed file. */
  byte[] tail(int length) {
    boolean compressed = path.endsWith(".gz");
    return compressed ? bytes() : content.range(Math.max(0, content.size() - length), length);
  }

  /** Its first bytes, uncompressed, at most {@code length}. */
  byte[] head(int length) {
    return content.decompressed().range(0, length);
  }

  long storedSize() {
    return content.size();
  }
}
