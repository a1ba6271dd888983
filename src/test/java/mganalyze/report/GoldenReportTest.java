package mganalyze.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whole reports, kept for comparison. {@code -Dgolden.rewrite=true} writes them anew, to be
 * reviewed like code.
 */
class GoldenReportTest {
  @ParameterizedTest
  @EnumSource(names = "HTML", mode = EnumSource.Mode.EXCLUDE)
  void isTheReportThatIsKept(Format format) throws IOException {
    Path kept = Path.of("testdata/report/golden/small" + format.fileSuffix());
    String written = HostileReportTest.written(format, SampleReports.small());
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.createDirectories(kept.getParent());
      Files.writeString(kept, written);
    }
    assertEquals(Files.readString(kept), written);
  }
}
