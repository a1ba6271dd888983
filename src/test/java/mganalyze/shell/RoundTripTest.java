package mganalyze.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Random;
import mganalyze.yaml.KubernetesPrinter;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String[] KEYS = {"", "a", "B", "b", "aa", "é", "\uffff", "\ud83d\ude00"};
  private static final double[] NUMBERS = {
    0.5, -0.0, 5.0, 1e6, 1e20, 1e21, 1e-7, 1e300, Double.NaN, Double.NEGATIVE_INFINITY, 1.0 / 3
  };

  @Test
  void isWhatAReaderOfTheTextGets() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      JsonNode value = value(random, 0);
      String written = KubernetesPrinter.json(value);
      JsonNode read = RoundTrip.of(value);
      assertEquals(MAPPER.readTree(written), read, written);
      // Equal maps may differ in their order.
      assertEquals(MAPPER.readTree(written).toString(), read.toString());
      assertEquals(written, KubernetesPrinter.json(value), "the value itself has changed");
    }
  }

  @Test
  void sharesWhatStaysTheSame() throws IOException {
    JsonNode value = MAPPER.readTree("{\"a\": [1, {\"b\": \"x\"}, null, true], \"c\": {}}");
    assertSame(value, RoundTrip.of(value));
  }

  private static JsonNode value(Random random, int depth) {
    return switch (random.nextInt(depth < 4 ? 12 : 9)) {
      case 0 -> NODES.numberNode(random.nextInt(1000) - 500);
      case 1 -> NODES.numberNode(random.nextLong() >> random.nextInt(64));
      case 2 -> NODES.numberNode(NUMBERS[random.nextInt(NUMBERS.length)]);
      case 3 ->
          NODES.numberNode(BigInteger.valueOf(random.nextLong()).shiftLeft(random.nextInt(9)));
      case 4 -> NODES.textNode("\"<\u2028\n" + KEYS[random.nextInt(KEYS.length)]);
      case 5 -> NODES.booleanNode(random.nextBoolean());
      case 6 -> NODES.nullNode();
      case 7 -> NODES.numberNode((float) random.nextDouble());
      case 8 -> NODES.textNode(KEYS[random.nextInt(KEYS.length)]);
      case 9 -> list(random, depth);
      default -> map(random, depth);
    };
  }

  private static JsonNode list(Random random, int depth) {
    ArrayNode list = NODES.arrayNode();
    for (int i = random.nextInt(5); i > 0; i--) {
      list.add(random.nextInt(20) == 0 ? MissingNode.getInstance() : value(random, depth + 1));
    }
    return list;
  }

  private static JsonNode map(Random random, int depth) {
    ObjectNode map = NODES.objectNode();
    for (int i = random.nextInt(6); i > 0; i--) {
      map.set(KEYS[random.nextInt(KEYS.length)], value(random, depth + 1));
    }
    return map;
  }
}
