package mganalyze.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's own shell and tools, where it has them. */
final class RealBash {
  private static final Path BASH = Path.of("/bin/bash");
  private static final int PROCESSES = 2;

  /** A command line with its input. */
  record Job(String command, byte[] input) {}

  /** What it printed. */
  record Printed(byte[] out, int status) {}

  private RealBash() {}

  static boolean isPresent() {
    return Files.isExecutable(BASH);
  }

  /** Whether a program that a command line calls is on the machine. */
  static boolean has(String program) {
    return Files.isExecutable(Path.of("/usr/bin", program))
        || Files.isExecutable(Path.of("/bin", program));
  }

  /** Runs all jobs from a few processes: to start each one from here would take far longer. */
  static List<Printed> runAll(List<Job> jobs) {
    try {
      Path folder = Files.createTempDirectory("real-bash");
      try {
        return runAll(jobs, folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Printed> runAll(List<Job> jobs, Path folder)
      throws IOException, InterruptedException {
    for (int i = 0; i < jobs.size(); i++) {
      Files.write(folder.resolve(i + ".command"), Utf8.encode(jobs.get(i).command()));
      Files.write(folder.resolve(i + ".in"), jobs.get(i).input());
    }
    List<Process> drivers = new ArrayList<>();
    for (int first = 0; first < PROCESSES; first++) {
      drivers.add(driver(first, jobs.size(), folder));
    }
    for (Process driver : drivers) {
      driver.waitFor();
    }
    List<Printed> printed = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i++) {
      String status = Files.readString(folder.resolve(i + ".status"), StandardCharsets.US_ASCII);
      byte[] out = Files.readAllBytes(folder.resolve(i + ".out"));
      printed.add(new Printed(out, Integer.parseInt(status.strip())));
    }
    return printed;
  }

  private static Process driver(int first, int count, Path folder) throws IOException {
    String script =
        "for ((i = "
            + first
            + "; i < "
            + count
            + "; i += "
            + PROCESSES
            + ")); do "
            + "cat $i.in | bash -c \"$(<$i.command)\" >$i.out 2>/dev/null;"
            + " echo ${PIPESTATUS[1]} >$i.status; done";
    ProcessBuilder builder = new ProcessBuilder(BASH.toString(), "-c", script);
    builder.directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("LC_ALL", "C.UTF-8"); // bytes decide the order, characters are UTF-8
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
