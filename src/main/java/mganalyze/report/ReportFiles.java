package mganalyze.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mganalyze.diagnosis.Report;

/**
 * Puts the reports of one call into the output folder. All formats of an archive are written to
 * temporary files beside their places first and moved there when the last of them is whole.
 */
public final class ReportFiles {

  /** Looks at a finished output before it gets its name; a refusal leaves nothing behind. */
  public interface Check {
    void check(Format format, Path file) throws IOException;
  }

  private final Path folder;
  private final List<Format> formats;
  private final Optional<String> caseNumber;
  private final Set<String> taken = new HashSet<>();

  /**
   * @param caseNumber names the files {@code 01234567_mg-analyze.html} and so on, whatever the
   *     archive is called
   */
  public ReportFiles(Path folder, List<Format> formats, Optional<String> caseNumber) {
    this.folder = folder;
    this.formats = List.copyOf(formats);
    this.caseNumber = caseNumber;
  }

  /**
   * Makes the output folder, so that one that cannot be had is known before an archive is read.
   *
   * @throws IOException with one line that names the folder and the cause
   */
  public void prepareFolder() throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(folder + ": the output folder is a file", e);
    } catch (IOException e) {
      throw new IOException(folder + ": cannot make the output folder: " + cause(e), e);
    }
    if (!Files.isWritable(folder)) {
      throw new IOException(folder + ": the output folder cannot be written to");
    }
  }

  /** As {@link #write(String, Report, Check)}, without a check. */
  public List<Path> write(String archive, Report report) throws IOException {
    return write(archive, report, (format, file) -> {});
  }

  /**
   * Writes the report in all formats, or, if one cannot be written, none.
   *
   * @param archive as the call names it: a path, or {@code -} for standard input
   * @return the files, in the order of the formats
   * @throws IOException with one line that names the file and the cause
   */
  public List<Path> write(String archive, Report report, Check check) throws IOException {
    prepareFolder();
    String name = freeName(archive);
    // Another call may write into the same folder.
    String call = Long.toHexString(System.nanoTime());
    Map<Path, Path> parts = new LinkedHashMap<>();
    List<Path> placed = new ArrayList<>();
    boolean whole = false;
    try {
      for (Format format : formats) {
        Path file = folder.resolve(name + suffix(format));
        Path part = folder.resolve("." + file.getFileName() + "." + call + ".part");
        parts.put(part, file);
        fill(part, file, format, report);
        check.check(format, part);
      }
      for (Map.Entry<Path, Path> part : parts.entrySet()) {
        place(part.getKey(), part.getValue());
        placed.add(part.getValue());
      }
      whole = true;
    } finally {
      if (!whole) {
        remove(parts.keySet());
        remove(placed);
      }
    }
    return placed;
  }

  private static void fill(Path part, Path file, Format format, Report report) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(
            Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            1 << 16)) {
      format.write(report, out);
    } catch (IOException e) {
      throw new IOException(file + ": cannot be written: " + cause(e), e);
    }
  }

  private static void place(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IOException(file + ": cannot be written: " + cause(e), e);
    }
  }

  /** Removes what can be removed; an error here would hide the one that matters. */
  private static void remove(Iterable<Path> files) {
    for (Path file : files) {
      file.toFile().delete();
    }
  }

  private String freeName(String archive) {
    String name = caseNumber.map(number -> number + "_mg-analyze").orElse(ReportName.of(archive));
    String free = name;
    for (int number = 2; !taken.add(free); number++) {
      free = name + "-" + number;
    }
    return free;
  }

  private String suffix(Format format) {
    String suffix = format.fileSuffix();
    boolean named = caseNumber.isPresent() && suffix.startsWith(".report.");
    return named ? suffix.substring(".report".length()) : suffix;
  }

  /** The cause in words: a file system exception's message may be just the path. */
  private static String cause(IOException e) {
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return switch (e.getClass().getSimpleName()) {
      case "AccessDeniedException" -> "permission denied";
      case "NoSuchFileException" -> "no such folder";
      case "NotDirectoryException" -> "not a folder";
      case "DirectoryNotEmptyException" -> "a folder of that name is there";
      default -> e.getMessage();
    };
  }
}
