package mganalyze.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
  private static final int MEGABYTE = 1_000_000;

  @TestFactory
  Stream<DynamicTest> masksSecretsAndNothingElse() throws IOException {
    List<Map<String, String>> cases =
        new YAMLMapper()
            .readValue(new File("testdata/masking/secrets.yaml"), new TypeReference<>() {});
    return cases.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.get("name"),
                    () -> assertEquals(one.get("out"), SecretMask.mask(one.get("in")))));
  }

  @Test
  void keepsTheNumberOfLines() {
    String text =
        "kind: Secret\ndata:\n  a: b\n\n  c: |\n    d\n\nx: y\n-----BEGIN PRIVATE KEY-----\nA\nB\n";
    assertEquals(text.lines().count(), SecretMask.mask(text).lines().count());
  }

  @Test
  void masksWhatTheLineBeforeTellsInEvidence() {
    Evidence evidence =
        new Evidence(
            "pod.yaml",
            7,
            "  value: hunter2",
            List.of("- name: DB_PASSWORD"),
            List.of("- name: A", "  value: b"));
    assertEquals("  value: [masked]", evidence.text());
    assertEquals(List.of("- name: DB_PASSWORD"), evidence.before());
    assertEquals(List.of("- name: A", "  value: b"), evidence.after());
  }

  @Test
  void masksEvidenceThatHoldsLineFeeds() {
    Evidence evidence =
        new Evidence(
            "targets.json",
            1,
            "error:\nhttps://a:b@c\n",
            List.of("x"),
            List.of("Bearer abcdefgh", "y"));
    assertEquals("error:\nhttps://a:[masked]@c\n", evidence.text());
    assertEquals(List.of("x"), evidence.before());
    assertEquals(List.of("Bearer [masked]", "y"), evidence.after());
  }

  @Test
  void masksWhatProblemsQuote() {
    Problem problem =
        new Problem("a/https:b", Problem.Kind.LINK_SKIPPED, "link to https://user:pw@host/x");
    assertEquals("link to https://user:[masked]@host/x", problem.detail());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password=",
        "://a:b",
        "sha256~",
        "eyJ",
        "Bearer ",
        "authorization:",
        "data:{",
        "\"data\":{\"kind\":\"Secret\" ",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN ",
        "password: \n",
        "data:\n  kind: Secret\n",
        "data:\n  data:\n",
        "token\"",
        "kind: Secret\ndata:\n",
        "\n",
        "    data:\n kind",
        "a log line without anything of interest in it\n"
      })
  void takesTimeInProportionToTheText(String part) {
    String text = "kind: Secret " + part.repeat(2 * MEGABYTE / part.length());
    // One that is quadratic takes an hour; the machine may be busy.
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> SecretMask.mask(text));
  }
}
