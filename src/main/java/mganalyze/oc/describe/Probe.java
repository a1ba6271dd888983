package mganalyze.oc.describe;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import mganalyze.oc.table.Cells;
import mganalyze.oc.value.Struct;

/** A probe in one line. */
final class Probe {
  private Probe() {}

  static String text(Struct probe) {
    String attributes =
        "delay="
            + probe.number("initialDelaySeconds")
            + "s timeout="
            + probe.number("timeoutSeconds")
            + "s period="
            + probe.number("periodSeconds")
            + "s #success="
            + probe.number("successThreshold")
            + " #failure="
            + probe.number("failureThreshold");
    return action(probe) + " " + attributes;
  }

  private static String action(Struct probe) {
    if (probe.has("exec")) {
      return "exec [" + String.join(" ", probe.texts("exec", "command")) + "]";
    }
    if (probe.has("httpGet")) {
      return "http-get " + address(probe.at("httpGet"));
    }
    if (probe.has("tcpSocket")) {
      return "tcp-socket "
          + probe.text("tcpSocket", "host")
          + ":"
          + probe.text("tcpSocket", "port");
    }
    if (probe.has("grpc")) {
      return "grpc <pod>:" + probe.number("grpc", "port") + " " + probe.text("grpc", "service");
    }
    return "unknown";
  }

  private static String address(Struct get) {
    String scheme = get.text("scheme").toLowerCase(Locale.ROOT);
    String host = Cells.hostAndPort(get.text("host"), get.text("port"));
    String path = escape(get.text("path"));
    String slash = path.isEmpty() || path.startsWith("/") ? "" : "/";
    return (scheme.isEmpty() ? "" : scheme + ":") + "//" + host + slash + path;
  }

  // What a path may not hold is written in hexadecimal, a question mark too.
  private static String escape(String path) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          c < 0x80 && (Character.isLetterOrDigit(c) || "$&+,/:;=@-_.~!'()*[]".indexOf(c) >= 0);
      escaped.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return escaped.toString();
  }
}
