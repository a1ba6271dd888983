package mganalyze.oc;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What commands printed before. An archive does not change, and whoever explores one asks the same
 * again and again with other filters behind it. The oldest answers go first.
 */
final class Answers {
  private static final int MOST_BYTES = 64 << 20;

  private final Map<Asked, Kept> answers = new LinkedHashMap<>(16, 0.75f, true);
  private int bytes;

  /** A command line as it was split into words. */
  record Asked(String program, List<String> arguments) {
    Asked {
      arguments = List.copyOf(arguments);
    }
  }

  private record Kept(SoftReference<Recording> recording, int bytes) {}

  /** What a command printed; null if it was not asked or is no longer known. */
  synchronized Recording find(Asked asked) {
    Kept kept = answers.get(asked);
    return kept == null ? null : kept.recording().get();
  }

  synchronized void keep(Asked asked, Recording recording) {
    Kept kept = new Kept(new SoftReference<>(recording), recording.bytes());
    Kept former = answers.put(asked, kept);
    bytes += kept.bytes() - (former == null ? 0 : former.bytes());
    var oldest = answers.values().iterator();
    while (bytes > MOST_BYTES) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
  }
}
