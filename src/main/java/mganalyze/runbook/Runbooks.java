package mganalyze.runbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import mganalyze.finding.Nullable;

/** The runbooks of a call by name: the built-in ones, over them those that the user brings. */
public final class Runbooks {
  private static final String FOLDER = "runbooks/";

  private final TreeMap<String, Runbook> byName = new TreeMap<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  private Runbooks() {}

  /** No runbooks yet. */
  public static Runbooks none() {
    return new Runbooks();
  }

  /** Starts to parse the built-in runbooks in the background, for a call that will want them. */
  public static void prefetch() {
    Thread thread = new Thread(BuiltIn::names, "runbooks");
    thread.setDaemon(true);
    thread.start();
  }

  /** The runbooks in this program's own jar. */
  public static Runbooks builtIn() {
    Runbooks runbooks = new Runbooks();
    runbooks.byName.putAll(BuiltIn.RUNBOOKS.byName);
    runbooks.mistakes.addAll(BuiltIn.RUNBOOKS.mistakes);
    return runbooks;
  }

  /** Parsed once in the life of the program; who comes while that goes on waits. */
  private static final class BuiltIn {
    static final Runbooks RUNBOOKS = read();

    static int names() {
      return RUNBOOKS.byName.size();
    }
  }

  private static Runbooks read() {
    Runbooks runbooks = new Runbooks();
    try {
      URI code = Runbooks.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path place = Path.of(code);
      if (Files.isDirectory(place)) {
        runbooks.addFolder(place.resolve(FOLDER), place);
      } else {
        runbooks.addJar(place);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return runbooks;
  }

  private void addJar(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (entry.getName().startsWith(FOLDER) && entry.getName().endsWith(".md")) {
          add(entry.getName(), zip.getInputStream(entry).readAllBytes(), true);
        }
      }
    }
  }

  /**
   * Adds the user's: one file, or all {@code .md} files below a folder that are runbooks. One of
   * the same name replaces the built-in one.
   *
   * @throws IOException if the path is missing or cannot be read; the message names it
   */
  public void add(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path + ": no such file or folder");
    }
    if (Files.isDirectory(path)) {
      addFolder(path, null);
    } else {
      add(path.toString(), Files.readAllBytes(path), true);
    }
  }

  private void addFolder(Path folder, @Nullable Path shownFrom) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files =
          walk.filter(file -> file.toString().endsWith(".md") && Files.isRegularFile(file))
              .sorted()
              .toList();
    }
    for (Path file : files) {
      String shown = (shownFrom == null ? file : shownFrom.relativize(file)).toString();
      boolean isReadme = file.getFileName().toString().equalsIgnoreCase("README.md");
      if (!isReadme) {
        add(shown, Files.readAllBytes(file), false);
      }
    }
  }

  private void add(String file, byte[] bytes, boolean isWanted) {
    try {
      Runbook runbook = RunbookParser.parse(file, bytes);
      if (runbook.isRunbook() || isWanted) {
        byName.put(runbook.name(), runbook);
      }
    } catch (RunbookException e) {
      mistakes.addAll(e.mistakes());
    }
  }

  /** What is wrong in the files that were added; those files are left out. */
  public List<Mistake> mistakes() {
    return List.copyOf(mistakes);
  }

  /** By name. */
  public Collection<Runbook> all() {
    return List.copyOf(byName.values());
  }

  public Optional<Runbook> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Keeps only these; the names that are none of a runbook are given back. */
  public List<String> keepOnly(Collection<String> names) {
    List<String> unknown = new ArrayList<>();
    for (String name : names) {
      if (!byName.containsKey(name)) {
        unknown.add(name + Spelling.suggestion(name, byName.keySet()));
      }
    }
    byName.keySet().retainAll(List.copyOf(names));
    return unknown;
  }
}
