package mganalyze.oc.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-01-10T07:00:00Z",
        "2025-01-10T07:00:00.5Z",
        "2025-01-10T07:00:00.000000Z",
        "2025-01-10T07:00:00.123456Z",
        "2025-01-10T07:00:00.123456789Z",
        "2025-01-10T07:00:00.1234567891Z",
        "2025-01-10T07:00:00.Z",
        "2025-01-10T07:00:00:5Z",
        "2025-01-10T07:00:00.12a4Z",
        "2025-01-10T07:00:00.5",
        "2025-01-10T07:00:00.5+02:00",
        "2025-01-10T07:00:00+02:00",
        "2025-01-10T07:00Z",
        "2025-02-29T07:00:00.5Z",
        "2025-01-10T24:00:00Z",
        "2025-01-10T23:59:60Z",
        "2025-01-10T07:00:0٣Z",
        "2025-01-10 07:00:00Z",
        "0000-01-01T00:00:00Z",
        "Z",
        "x"
      })
  void isReadAsByTheLibrary(String text) {
    assertEquals(byTheLibrary(text), Times.parse(text));
  }

  private static Optional<Instant> byTheLibrary(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
