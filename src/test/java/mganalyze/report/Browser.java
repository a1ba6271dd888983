package mganalyze.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium without a network, spoken to by the DevTools protocol. */
final class Browser implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Process process;
  private final Path profile;
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private final List<JsonNode> events = new ArrayList<>();
  private WebSocket socket;
  private String session;
  private int sent;

  private Browser(Process process, Path profile) {
    this.process = process;
    this.profile = profile;
  }

  static boolean isInstalled() {
    return Files.isExecutable(Path.of("/usr/bin/chromium"));
  }

  static Browser start() throws IOException, InterruptedException {
    Path profile = Files.createTempDirectory("browser");
    Process process =
        new ProcessBuilder(
                "/usr/bin/chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Browser browser = new Browser(process, profile);
    browser.connect();
    return browser;
  }

  private void connect() throws IOException, InterruptedException {
    Path port = profile.resolve("DevToolsActivePort");
    for (int tries = 0; !Files.exists(port) || Files.readAllLines(port).size() < 2; tries++) {
      if (tries > 300) {
        throw new IOException("the browser does not start");
      }
      Thread.sleep(100);
    }
    List<String> lines = Files.readAllLines(port);
    URI address = URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
    socket = client.newWebSocketBuilder().buildAsync(address, new Listening()).join();
    String target = call("Target.createTarget", "url", "about:blank").path("targetId").asText();
    ObjectNode attach = JSON.createObjectNode().put("targetId", target).put("flatten", true);
    session = call("Target.attachToTarget", attach).path("sessionId").asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network", "Performance")) {
      call(domain + ".enable", JSON.createObjectNode());
    }
    ObjectNode offline = JSON.createObjectNode();
    offline
        .put("offline", true)
        .put("latency", 0)
        .put("downloadThroughput", 0)
        .put("uploadThroughput", 0);
    call("Network.emulateNetworkConditions", offline);
  }

  /** Opens a file in a window of that size, in CSS pixels. */
  void open(Path file, String fragment, int width, int height)
      throws IOException, InterruptedException {
    ObjectNode size = JSON.createObjectNode();
    size.put("width", width).put("height", height).put("deviceScaleFactor", 1).put("mobile", false);
    call("Emulation.setDeviceMetricsOverride", size);
    call("Page.navigate", "url", "about:blank");
    events.clear();
    call("Page.navigate", "url", file.toUri() + fragment);
    String loaded = "location.protocol === 'file:' && document.readyState === 'complete'";
    for (int tries = 0; !evaluate(loaded).asBoolean(); tries++) {
      if (tries > 400) {
        throw new IOException("the page does not load");
      }
      Thread.sleep(25);
    }
  }

  void disableScripts(boolean disabled) throws IOException, InterruptedException {
    call("Emulation.setScriptExecutionDisabled", JSON.createObjectNode().put("value", disabled));
  }

  /** Light or dark. */
  void colors(String scheme) throws IOException, InterruptedException {
    ObjectNode media = JSON.createObjectNode();
    media.putArray("features").addObject().put("name", "prefers-color-scheme").put("value", scheme);
    call("Emulation.setEmulatedMedia", media);
  }

  void press(String key) throws IOException, InterruptedException {
    ObjectNode down = JSON.createObjectNode().put("type", "keyDown").put("key", key);
    if (key.length() == 1) {
      down.put("text", key);
    }
    call("Input.dispatchKeyEvent", down);
    call("Input.dispatchKeyEvent", JSON.createObjectNode().put("type", "keyUp").put("key", key));
  }

  /** The value of an expression, awaited if it is a promise. */
  JsonNode evaluate(String expression) throws IOException, InterruptedException {
    ObjectNode parameters = JSON.createObjectNode();
    parameters.put("expression", expression).put("returnByValue", true);
    parameters.put("awaitPromise", true).put("userGesture", true);
    JsonNode result = call("Runtime.evaluate", parameters);
    if (result.has("exceptionDetails")) {
      throw new IOException(expression + ": " + result.path("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  /** The page as a PDF file, base64. */
  String printed() throws IOException, InterruptedException {
    return call("Page.printToPDF", JSON.createObjectNode()).path("data").asText();
  }

  /** A picture of the window, a PNG file in base64. */
  String pictured() throws IOException, InterruptedException {
    return call("Page.captureScreenshot", JSON.createObjectNode()).path("data").asText();
  }

  /** What the browser counted since it was started: names and values, durations in seconds. */
  JsonNode metrics() throws IOException, InterruptedException {
    return call("Performance.getMetrics", JSON.createObjectNode()).path("metrics");
  }

  /** Addresses that the page asked for since it was opened, its own included. */
  List<String> requests() {
    return events.stream()
        .filter(event -> is(event, "Network.requestWillBeSent"))
        .map(event -> event.at("/params/request/url").asText())
        .toList();
  }

  /** What stood on the console since the page was opened. */
  List<String> messages() {
    List<String> kinds =
        List.of("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded");
    return events.stream()
        .filter(event -> kinds.contains(event.path("method").asText()))
        .map(JsonNode::toString)
        .toList();
  }

  private static boolean is(JsonNode event, String method) {
    return event.path("method").asText().equals(method);
  }

  private JsonNode call(String method, String key, String value)
      throws IOException, InterruptedException {
    return call(method, JSON.createObjectNode().put(key, value));
  }

  private JsonNode call(String method, ObjectNode parameters)
      throws IOException, InterruptedException {
    ObjectNode message = JSON.createObjectNode().put("id", ++sent).put("method", method);
    message.set("params", parameters);
    if (session != null) {
      message.put("sessionId", session);
    }
    socket.sendText(message.toString(), true).join();
    while (true) {
      JsonNode answer = answers.poll(120, TimeUnit.SECONDS);
      if (answer == null) {
        throw new IOException(method + ": no answer");
      }
      if (answer.path("id").asInt() == sent) {
        if (answer.has("error")) {
          throw new IOException(method + ": " + answer.path("error"));
        }
        return answer.path("result");
      }
      events.add(answer);
    }
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  private final class Listening implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        try {
          answers.add(JSON.readTree(text.toString()));
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(from, part, last);
    }
  }
}
