package mganalyze.report;

import java.nio.file.Path;
import java.util.Locale;

/** The name that an archive gives to its reports. */
final class ReportName {
  private static final String[] SUFFIXES = {
    ".tar.gz",
    ".tar.xz",
    ".tar.zst",
    ".tar.bz2",
    ".tgz",
    ".txz",
    ".tzst",
    ".tbz2",
    ".tar",
    ".zip",
    ".gz"
  };

  private ReportName() {}

  /**
   * {@code case-0123} for {@code dir/case-0123.tar.gz}; a directory's own name; {@code stdin} for
   * {@code -}.
   */
  static String of(String archive) {
    if (archive.equals("-")) {
      return "stdin";
    }
    // "." and ".." have no name of their own until they are resolved.
    Path name = Path.of(archive).toAbsolutePath().normalize().getFileName();
    if (name == null) {
      return "root";
    }
    String file = name.toString();
    String lower = file.toLowerCase(Locale.ROOT);
    for (String suffix : SUFFIXES) {
      if (lower.endsWith(suffix) && file.length() > suffix.length()) {
        return file.substring(0, file.length() - suffix.length());
      }
    }
    return file;
  }
}
