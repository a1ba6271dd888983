package mganalyze.report;

import java.io.IOException;
import java.io.OutputStream;
import mganalyze.diagnosis.Report;

final class SarifReport {
  private SarifReport() {}

  static void write(Report report, OutputStream out) throws IOException {}
}
