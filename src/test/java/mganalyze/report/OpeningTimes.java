package mganalyze.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints what it costs a browser to open pages and to print them: {@code OpeningTimes
 * [PAGE.html...]}; without pages, reports with a flood of findings. Seconds of the browser's own
 * work, as it counts them; {@code total} is wall time until the page is loaded.
 */
final class OpeningTimes {
  private OpeningTimes() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    List<Path> pages = new ArrayList<>();
    for (String arg : args) {
      pages.add(Path.of(arg));
    }
    if (pages.isEmpty()) {
      Path folder = Files.createTempDirectory("opening");
      for (int count : new int[] {55, 400}) {
        Path page = folder.resolve(count + "-runbooks.report.html");
        try (OutputStream out = Files.newOutputStream(page)) {
          Format.HTML.write(SampleReports.huge(count), out);
        }
        pages.add(page);
      }
    }
    try (Browser browser = Browser.start()) {
      for (Path page : pages) {
        System.out.println(page + "  " + Files.size(page) + " bytes");
        for (int run = 0; run < 3; run++) {
          browser.open(page, "", 1280, 800);
          browser.evaluate(
              "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"); // drawn once
          System.out.println("  opened:  " + costs(browser));
        }
        long start = System.nanoTime();
        int length = browser.printed().length();
        System.out.printf(
            Locale.ROOT,
            "  printed: %.1f s, %d kB, %s%n",
            (System.nanoTime() - start) / 1e9,
            length / 1366,
            costs(browser));
      }
    }
  }

  private static String costs(Browser browser) throws IOException, InterruptedException {
    JsonNode metrics = browser.metrics();
    StringBuilder text = new StringBuilder();
    double total =
        browser
            .evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd / 1000")
            .asDouble();
    text.append(String.format(Locale.ROOT, "total %.2f", total));
    for (JsonNode metric : metrics) {
      String name = metric.path("name").asText();
      if (name.endsWith("Duration") || name.equals("Nodes")) {
        text.append(String.format(Locale.ROOT, "  %s %.2f", name, metric.path("value").asDouble()));
      }
    }
    return text.toString();
  }
}
