package mganalyze.cases;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import mganalyze.gather.LogFile;
import mganalyze.gather.Place;

/**
 * Changes to logs. They are named {@code namespace/pod}, {@code …/container}, {@code
 * …/container/previous}.
 */
final class LogEdits {
  private LogEdits() {}

  /** Appends lines to the current log of a container, or to that of its previous run. */
  static Edit append(String name, String lines) {
    return (tree, places) -> {
      String[] parts = name.split("/");
      if (parts.length < 3
          || parts.length > 4
          || parts.length == 4 && !parts[3].equals("previous")) {
        throw new EditException(
            "logs: '"
                + name
                + "' is not namespace/pod/container or namespace/pod/container/previous");
      }
      LogFile.Instance instance =
          parts.length == 4 ? LogFile.Instance.PREVIOUS : LogFile.Instance.CURRENT;
      Predicate<String> pod = PathGlob.of(parts[1]);
      boolean found = false;
      for (String path : tree.paths()) {
        if (places.of(path) instanceof Place.ContainerLog log
            && log.namespace().equals(parts[0])
            && pod.test(log.pod())
            && log.container().equals(parts[2])
            && log.instance() == instance
            && !path.contains(".insecure.")) {
          tree.put(path, joined(tree.content(path), lines));
          found = true;
        }
      }
      if (!found) {
        create(tree, parts, lines);
      }
    };
  }

  private static void create(FileTree tree, String[] parts, String lines) throws EditException {
    if (parts[1].contains("*")) {
      throw new EditException("logs: there is no pod " + parts[0] + "/" + parts[1]);
    }
    String image =
        tree.virtualization()
            .or(tree::openShift)
            .orElseThrow(() -> new EditException("logs: the gather has no image folder"));
    String folder =
        image
            + "namespaces/"
            + parts[0]
            + "/pods/"
            + parts[1]
            + "/"
            + parts[2]
            + "/"
            + parts[2]
            + "/logs/";
    tree.put(
        folder + (parts.length == 4 ? "previous.log" : "current.log"), joined(new byte[0], lines));
  }

  private static byte[] joined(byte[] log, String lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(log);
    if (log.length > 0 && log[log.length - 1] != '\n') {
      out.write('\n');
    }
    out.writeBytes(lines.getBytes(StandardCharsets.UTF_8));
    if (!lines.endsWith("\n")) {
      out.write('\n');
    }
    return out.toByteArray();
  }

  /** Removes the logs of pods: {@code namespace/pod}, with a container or without. */
  static Edit remove(String name) {
    return (tree, places) -> {
      String[] parts = name.split("/");
      if (parts.length < 2 || parts.length > 3) {
        throw new EditException(
            "'logs/" + name + "' is not logs/namespace/pod or logs/namespace/pod/container");
      }
      Predicate<String> pod = PathGlob.of(parts[1]);
      int removed =
          tree.removeIf(
              path ->
                  places.of(path) instanceof Place.ContainerLog log
                      && log.namespace().equals(parts[0])
                      && pod.test(log.pod())
                      && (parts.length == 2 || log.container().equals(parts[2])));
      if (removed == 0) {
        throw new EditException("logs/" + name + ": there are no such logs");
      }
    };
  }
}
