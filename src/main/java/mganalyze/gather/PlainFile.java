package mganalyze.gather;

import java.nio.charset.StandardCharsets;
import mganalyze.archive.Content;

/** A file that is asked for by its path below its producer's folder. */
record PlainFile(String root, String relative, Content content) {

  /** Whether anything in this program reads such a file. */
  static boolean isAsked(String relative) {
    if (relative.startsWith("insights-data/")) {
      return isAskedOfInsights(relative);
    }
    if (relative.startsWith("monitoring/")) {
      return relative.endsWith(".json") || relative.endsWith(".openmetrics");
    }
    if (relative.startsWith("nodes/")) {
      return relative.contains("_logs_") || relative.endsWith("/dmesg");
    }
    if (relative.startsWith("host_service_logs/")) {
      return relative.contains("_service.log");
    }
    return !relative.startsWith("namespaces/");
  }

  private static boolean isAskedOfInsights(String relative) {
    int inside = relative.indexOf("!/");
    if (inside < 0) {
      return isNested(relative);
    }
    return switch (relative.substring(inside + 2)) {
      case "config/alerts.json", "config/version.json", "config/infrastructure.json", "config/id" ->
          true;
      default -> false;
    };
  }

  /** Whether it is an archive whose entries are asked for. */
  static boolean isNested(String relative) {
    return relative.startsWith("insights-data/") && relative.endsWith(".tar.gz");
  }

  boolean isVersion() {
    return relative.equals("version") || relative.equals("version.txt");
  }

  boolean isTimestamp() {
    return relative.equals("timestamp");
  }

  boolean provesMustGather() {
    return switch (relative) {
      case "version", "version.txt" -> text().contains("must-gather");
      case "must-gather.logs", "timestamp" -> true;
      default -> false;
    };
  }

  String text() {
    return new String(content.decompressed().bytes(), StandardCharsets.UTF_8);
  }
}
