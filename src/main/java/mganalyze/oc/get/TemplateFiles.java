package mganalyze.oc.get;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where {@code -o jsonpath-file=FILE} and its like read their template. */
@FunctionalInterface
public interface TemplateFiles {
  /** From nowhere: the text of a runbook must not choose a file of this machine. */
  TemplateFiles NONE = path -> Optional.empty();

  /**
   * The text of a file; empty where none are read.
   *
   * @throws IOException with the reason as Go says it
   */
  Optional<String> read(String path) throws IOException;

  /** Files that whoever typed the command line may read anyway, up to 1 MiB. */
  static TemplateFiles ofThisMachine() {
    return path -> {
      try (InputStream in = Files.newInputStream(Path.of(path))) {
        return Optional.of(new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8));
      } catch (NoSuchFileException | InvalidPathException e) {
        throw new IOException("open " + path + ": no such file or directory", e);
      } catch (IOException e) {
        boolean isFolder = Files.isDirectory(Path.of(path));
        throw new IOException(
            "read " + path + ": " + (isFolder ? "is a directory" : "permission denied"), e);
      }
    };
  }

  /** Whether a command line may name such a file. */
  static boolean areNamedIn(List<String> arguments) {
    return arguments.stream()
        .anyMatch(
            word ->
                word.contains("jsonpath-file")
                    || word.contains("custom-columns-file")
                    || word.contains("go-template-file")
                    || word.contains("templatefile"));
  }
}
