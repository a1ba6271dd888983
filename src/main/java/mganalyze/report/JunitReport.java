package mganalyze.report;

import java.io.IOException;
import java.io.OutputStream;
import mganalyze.diagnosis.Report;

final class JunitReport {
  private JunitReport() {}

  static void write(Report report, OutputStream out) throws IOException {}
}
