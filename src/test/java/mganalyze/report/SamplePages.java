package mganalyze.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import mganalyze.diagnosis.Report;

/** Writes the sample reports into a folder, to be looked at: {@code SamplePages FOLDER}. */
final class SamplePages {
  private SamplePages() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Map<String, Report> samples = new LinkedHashMap<>();
    samples.put("broken", SampleReports.broken());
    samples.put("healthy", SampleReports.healthy());
    samples.put("undetermined", SampleReports.undetermined());
    samples.put("huge", SampleReports.huge());
    for (Map.Entry<String, Report> sample : samples.entrySet()) {
      for (Format format : Format.values()) {
        long start = System.nanoTime();
        Path file = folder.resolve(sample.getKey() + format.fileSuffix());
        try (OutputStream out = Files.newOutputStream(file)) {
          format.write(sample.getValue(), out);
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println(file + "  " + Files.size(file) + " bytes  " + millis + " ms");
      }
    }
    System.out.print(Summary.of(SampleReports.broken(), java.util.List.of(folder), false));
  }
}
