package mganalyze.report;

import java.util.Locale;
import mganalyze.diagnosis.Report;
import mganalyze.finding.Evidence;

/**
 * The command line that shows a place of the uploaded archive, for people who want to see for
 * themselves. Members of nested archives are reached through a pipe. Names are matched without
 * their front, for many archives spell it {@code ./} and paths here leave that out.
 */
final class ArchiveCommand {
  private final String archive;
  private final boolean isDirectory;

  ArchiveCommand(Report.ArchiveSummary archive) {
    this.archive = archive.name();
    // Only a directory has no checksum.
    this.isDirectory = archive.sha256().isEmpty();
  }

  String of(Evidence evidence) {
    String[] members = evidence.path().split("!/", -1);
    StringBuilder command = new StringBuilder();
    int next = 0;
    if (isDirectory) {
      String file = (archive.startsWith("-") ? "./" : "") + archive + "/" + members[0];
      if (members.length == 1 && !isGzip(file)) {
        return "sed -n " + range(evidence) + " " + quoted(file);
      }
      command.append(members.length == 1 ? "gzip -dc " : "cat ").append(quoted(file));
      next = 1;
    } else {
      command.append(opening(archive)).append(quoted(archive));
      command.append(' ').append(member(members[0]));
      next = 1;
    }
    for (int at = next; at < members.length; at++) {
      command.append(" | ").append(streaming(members[at - 1])).append(member(members[at]));
    }
    if (isGzip(members[members.length - 1]) && !command.toString().startsWith("gzip")) {
      command.append(" | gzip -dc");
    }
    return command.append(" | sed -n ").append(range(evidence)).toString();
  }

  private static String range(Evidence evidence) {
    return "'" + Math.max(1, evidence.line()) + "p'";
  }

  private static String opening(String file) {
    return lower(file).endsWith(".zip") ? "unzip -p " : "tar --no-anchored -xOf ";
  }

  /** Reads a nested archive from the pipe; tar does not guess a compression there. */
  private static String streaming(String file) {
    String name = lower(file);
    if (name.endsWith(".zip")) {
      return "bsdtar -xOf - ";
    }
    if (name.endsWith(".gz") || name.endsWith(".tgz")) {
      return "tar --no-anchored -xzOf - ";
    }
    if (name.endsWith("xz")) {
      return "tar --no-anchored -xJOf - ";
    }
    if (name.endsWith("bz2")) {
      return "tar --no-anchored -xjOf - ";
    }
    return name.endsWith("zst") ? "tar --no-anchored --zstd -xOf - " : "tar --no-anchored -xOf - ";
  }

  private static boolean isGzip(String file) {
    String name = lower(file);
    return name.endsWith(".gz") && !name.endsWith(".tar.gz");
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** A member's name, kept from being read as an option. */
  private static String member(String name) {
    return (name.startsWith("-") ? "-- " : "") + quoted(name);
  }

  /** The word as a POSIX shell reads it back, whatever is in it. */
  static String quoted(String word) {
    boolean plain = !word.isEmpty() && word.charAt(0) != '-';
    boolean control = false;
    for (int at = 0; at < word.length(); at++) {
      char c = word.charAt(at);
      plain &= Character.isLetterOrDigit(c) && c < 0x7F || "._/-+@:,".indexOf(c) >= 0;
      control |= c < ' ' || c == 0x7F || VisibleText.isInvisible(c);
    }
    if (plain) {
      return word;
    }
    return control ? ansiQuoted(word) : "'" + word.replace("'", "'\\''") + "'";
  }

  /** Control characters spelled out: pasted raw into a terminal they might be obeyed. */
  private static String ansiQuoted(String word) {
    StringBuilder quoted = new StringBuilder("$'");
    for (int at = 0; at < word.length(); at++) {
      char c = word.charAt(at);
      if (c == '\'' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == 0x7F || VisibleText.isInvisible(c)) {
        quoted.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('\'').toString();
  }
}
