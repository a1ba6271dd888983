package mganalyze.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import mganalyze.diagnosis.Report;

/**
 * Writes the sample reports in all formats, and pictures of the pages: light and dark, wide and
 * narrow, printed. To be looked at: {@code Pictures FOLDER [PAGE.html...]}; pages that are named
 * are pictured as well.
 */
final class Pictures {
  private Pictures() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Map<String, Report> samples = new LinkedHashMap<>();
    samples.put("broken", SampleReports.broken());
    samples.put("healthy", SampleReports.healthy());
    samples.put("undetermined", SampleReports.undetermined());
    samples.put("hostile", HostileReports.behindEveryText());
    samples.put("endless", HostileReports.endless());
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
    try (Browser browser = Browser.start()) {
      for (String name : samples.keySet()) {
        picture(browser, folder.resolve(name + Format.HTML.fileSuffix()), folder.resolve(name));
      }
      for (int at = 1; at < args.length; at++) {
        Path page = Path.of(args[at]);
        picture(browser, page, folder.resolve(page.getFileName().toString()));
      }
    }
  }

  private static void picture(Browser browser, Path page, Path name)
      throws IOException, InterruptedException {
    for (String colors : new String[] {"light", "dark"}) {
      browser.colors(colors);
      for (int width : new int[] {1280, 390}) {
        browser.open(page, "", width, width == 390 ? 3000 : 1600);
        keep(browser.pictured(), name + "-" + colors + "-" + width + ".png");
      }
    }
    // A flood of findings is thousands of printed pages.
    if (Files.size(page) < 1_000_000) {
      browser.colors("light");
      browser.open(page, "", 1280, 800);
      keep(browser.printed(), name + ".pdf");
    }
  }

  private static void keep(String base64, String file) throws IOException {
    Files.write(Path.of(file), Base64.getDecoder().decode(base64));
    System.out.println(file);
  }
}
