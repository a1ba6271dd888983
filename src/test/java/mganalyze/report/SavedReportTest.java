package mganalyze.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import mganalyze.diagnosis.Report;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

class SavedReportTest {
  static Stream<Report> reports() {
    return Stream.of(
        SampleReports.broken(),
        SampleReports.healthy(),
        SampleReports.undetermined(),
        HostileReports.behindEveryText());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void jsonIsValidByItsSchema(Report report) throws IOException {
    assertEquals(
        Set.of(), invalid(Path.of("src/main/resources/report.schema.json"), known(report)));
  }

  /** The report with alert states that are some: a hostile one's are not, by design. */
  private static Report known(Report report) {
    return ReportTexts.changed(
        report,
        text ->
            Stream.of("firing", "pending", "inactive", "absent", "unknown")
                .filter(text::startsWith)
                .findFirst()
                .orElse(text));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void sarifIsValidByTheSchemaOfTheStandard(Report report) throws IOException {
    Path schema = Path.of("target/sarif/schema/sarif-schema-2.1.0.json");
    if ("required".equals(System.getenv("SARIF_SCHEMA"))) {
      assertTrue(Files.exists(schema), "no schema");
    }
    assumeTrue(Files.exists(schema), "no schema");
    JsonNode log = new JsonMapper().readTree(HostileReportTest.written(Format.SARIF, report));
    JsonSchema standard =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(Files.readString(schema));
    assertEquals(Set.of(), standard.validate(log));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void sarifIsValidByTheSchemaOfWhatItUses(Report report) throws IOException {
    JsonNode log = new JsonMapper().readTree(HostileReportTest.written(Format.SARIF, report));
    assertEquals(Set.of(), invalid(Path.of("testdata/report/sarif-subset.schema.json"), log));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void junitIsValidByItsSchema(Report report) throws IOException, SAXException {
    String xml = HostileReportTest.written(Format.JUNIT, report);
    SchemaFactory.newDefaultInstance()
        .newSchema(new File("testdata/report/junit.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }

  private static Set<ValidationMessage> invalid(Path schema, Report report) throws IOException {
    return invalid(
        schema, new JsonMapper().readTree(HostileReportTest.written(Format.JSON, report)));
  }

  private static Set<ValidationMessage> invalid(Path schema, JsonNode document) throws IOException {
    JsonSchema loaded =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(schema));
    return loaded.validate(document);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void aSavedReportGivesTheSameBytesInEveryFormat(Report report) throws Exception {
    String saved = HostileReportTest.written(Format.JSON, report);
    Report read =
        ReportReader.read(new ByteArrayInputStream(saved.getBytes(StandardCharsets.UTF_8)));
    for (Format format : Format.values()) {
      assertEquals(
          HostileReportTest.written(format, report),
          HostileReportTest.written(format, read),
          format.word());
    }
  }

  @Test
  void keysStandInTheOrderThatIsPromised() throws IOException {
    JsonNode report =
        new JsonMapper().readTree(HostileReportTest.written(Format.JSON, SampleReports.broken()));
    assertEquals(
        "schemaVersion tool archive cluster summary runbooks ask timeline nodes causes",
        keys(report));
    assertEquals(
        "name sha256 bytes unpackedBytes entries complete gatheredAt logsSince gathers problems",
        keys(report.path("archive")));
    assertEquals(
        "id openshiftVersion virtualizationVersion platform controlPlaneTopology nodes runningVms componentVersions installNamespace",
        keys(report.path("cluster")));
    assertEquals(
        "confirmed suspected clear undetermined notApplicable", keys(report.path("summary")));
    JsonNode runbook = report.path("runbooks").path(1);
    assertEquals(
        "name component severity verdict reason alert findings steps missing impact mitigation title meaning",
        keys(runbook));
    assertEquals(
        "id strength severity message object evidence", keys(runbook.path("findings").path(0)));
    assertEquals("apiVersion kind namespace name", keys(runbook.at("/findings/0/object")));
    assertEquals("path line text before after", keys(runbook.at("/findings/0/evidence/0")));
    assertEquals("command outcome output truncated sources", keys(runbook.at("/steps/0/runs/0")));
    JsonNode cause = runbook.path("findings").path(2);
    assertEquals("suspected", cause.path("strength").asText());
    assertTrue(cause.path("cause").asBoolean());
  }

  private static String keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return String.join(" ", keys);
  }

  @TestFactory
  Stream<DynamicTest> saysWhatIsWrongWithAFileThatIsNoReport() throws IOException {
    return Cases.in(
        "report/unreadable.yaml",
        one -> {
          byte[] json = one.get("json").getBytes(StandardCharsets.UTF_8);
          NoReportException error =
              assertThrows(
                  NoReportException.class, () -> ReportReader.read(new ByteArrayInputStream(json)));
          assertEquals(one.get("error"), error.getMessage());
        });
  }
}
