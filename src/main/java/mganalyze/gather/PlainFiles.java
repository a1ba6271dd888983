package mganalyze.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mganalyze.archive.Content;

/** The files that are asked for by their path, in the order of their paths. */
final class PlainFiles {
  private final TreeMap<String, PlainFile> byPath;

  PlainFiles(Map<String, PlainFile> byPath) {
    this.byPath = new TreeMap<>(byPath);
  }

  /** By full path, those whose path below their producer's folder starts with a prefix. */
  Map<String, Content> startingWith(String prefix) {
    Map<String, Content> found = new TreeMap<>();
    for (Map.Entry<String, PlainFile> file : byPath.entrySet()) {
      if (file.getValue().relative().startsWith(prefix)) {
        found.put(file.getKey(), file.getValue().content().decompressed());
      }
    }
    return found;
  }

  /** The texts of the timestamp files: those in producers' folders, or those beside them. */
  List<String> timestamps(boolean inProducers, Producers producers) {
    List<String> texts = new ArrayList<>();
    for (PlainFile file : byPath.values()) {
      if (file.isTimestamp() && producers.isProducer(file.root()) == inProducers) {
        texts.add(file.text());
      }
    }
    return texts;
  }
}
