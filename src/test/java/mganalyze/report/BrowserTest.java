package mganalyze.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mganalyze.diagnosis.Report;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opens reports as people do. Needs Debian's chromium; skipped without, unless required. */
class BrowserTest {
  /** The accessibility checker, where it was fetched. */
  private static final Path AXE = Path.of("target/axe-core/axe.min.js");

  @TempDir static Path folder;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    isThere(Browser.isInstalled(), "no chromium");
    write("broken", SampleReports.broken());
    write("healthy", SampleReports.healthy());
    write("undetermined", SampleReports.undetermined());
    write("hostile", HostileReports.behindEveryText());
    write("payloads", HostileReports.insteadOfEveryText());
    write("huge", SampleReports.huge());
    browser = Browser.start();
  }

  /** What a developer's machine may lack; where the tests are required, nothing is skipped. */
  private static void isThere(boolean there, String lack) {
    if ("required".equals(System.getenv("BROWSER_TESTS"))) {
      assertTrue(there, lack);
    }
    assumeTrue(there, lack);
  }

  private static void write(String name, Report report) throws IOException {
    try (OutputStream out = Files.newOutputStream(page(name))) {
      Format.HTML.write(report, out);
    }
  }

  private static Path page(String name) {
    return folder.resolve(name + ".report.html");
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void nothingWasAskedForOrComplainedOf() {
    assertEquals(List.of(), browser.messages());
    assertTrue(
        browser.requests().stream().allMatch(url -> url.startsWith("file://")),
        browser.requests()::toString);
    assertEquals(
        1, browser.requests().stream().map(url -> url.replaceAll("#.*", "")).distinct().count());
  }

  @ParameterizedTest
  @CsvSource({"broken", "healthy", "undetermined", "hostile", "payloads", "huge"})
  void nothingNeedsSidewaysScrolling(String name) throws Exception {
    for (int width : new int[] {1280, 390}) {
      browser.open(page(name), "", width, 800);
      assertEquals(
          width, number("Math.max(innerWidth, document.documentElement.scrollWidth)"), name);
      assertEquals(
          "[]",
          browser
              .evaluate(
                  "JSON.stringify([...document.querySelectorAll('main *:not(.scroll *):not(.wide *):not(svg *):not(pre *)')]"
                      + ".filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)"
                      + ".slice(0, 5).map(e => e.outerHTML.slice(0, 200)))")
              .asText(),
          name + " at " + width);
    }
  }

  @Test
  void theFirstScreenSaysAllThatIsConfirmed() throws Exception {
    browser.open(page("broken"), "", 1280, 800);
    assertEquals(
        9,
        number(
            "[...document.querySelectorAll('.rows > .confirmed')].filter(e => e.getBoundingClientRect().bottom <= 800).length"));
    assertTrue(isTrue("document.querySelector('.causes').getBoundingClientRect().bottom < 800"));
    assertTrue(isTrue("document.querySelector('.ask').getBoundingClientRect().bottom < 800"));
  }

  @Test
  void searchAndFiltersNarrowTheList() throws Exception {
    browser.open(page("broken"), "", 1280, 800);
    assertEquals(35, shown());
    browser.evaluate("document.querySelector('#search').focus()");
    for (String key : "macpool".split("")) {
      browser.press(key);
    }
    Thread.sleep(200);
    assertEquals(2, shown());
    assertEquals(
        "2 of 35 runbooks",
        browser.evaluate("document.querySelector('#match-count').textContent").asText());
    browser.press("Escape");
    assertEquals(35, shown());
    choose("verdict", "0");
    assertEquals(9, shown());
    choose(
        "component",
        browser
            .evaluate(
                "[...document.querySelectorAll('#by-component option')].find(o => o.text === 'kubevirt').value")
            .asText());
    assertEquals(6, shown());
    choose("severity", "2");
    assertEquals(2, shown());
    browser.evaluate("document.querySelector('#controls [type=reset]').click()");
    Thread.sleep(50);
    choose("namespace", "0");
    assertEquals(12, shown());
  }

  private void choose(String name, String value) throws Exception {
    browser.evaluate(
        "{const s = document.querySelector('#by-"
            + name
            + "'); s.value = '"
            + value
            + "'; s.dispatchEvent(new Event('change', {bubbles: true}));}");
  }

  private int shown() throws Exception {
    return number(
        "[...document.querySelectorAll('.book')].filter(b => b.checkVisibility()).length");
  }

  @Test
  void linksLeadToWhatTheyName() throws Exception {
    browser.open(page("broken"), "#NetworkAddonsConfigNotReady", 1280, 800);
    assertTrue(isTrue("document.querySelector('#NetworkAddonsConfigNotReady').open"));
    assertTrue(isInSight("#NetworkAddonsConfigNotReady > summary"));
    String finding = browser.evaluate("document.querySelectorAll('.findings li')[3].id").asText();
    assertTrue(finding.matches("[A-Za-z]+\\.[a-z-]+\\.[0-9a-f]+"), finding);
    browser.open(page("broken"), "#" + finding, 1280, 800);
    assertTrue(isInSight("[id='" + finding + "'] .said-so"));
    browser.evaluate("document.querySelector('.when').click()");
    Thread.sleep(100);
    assertTrue(isInSight(".drawing"));
    assertTrue(
        browser
            .evaluate("document.querySelector('.pointed').textContent")
            .asText()
            .contains("2024-10-24"));
    choose("verdict", "3");
    browser.evaluate("location.hash = 'CDINoDefaultStorageClass'");
    Thread.sleep(100);
    assertTrue(isInSight("#CDINoDefaultStorageClass > summary"));
    assertTrue(
        isTrue(
            "[...document.querySelectorAll('a[href^=\"#\"]')].every(a => document.getElementById(a.hash.slice(1)))"));
  }

  private boolean isInSight(String selector) throws Exception {
    return isTrue(
        "(r => r.height > 0 && r.bottom > 0 && r.top < innerHeight)(document.querySelector(\""
            + selector
            + "\").getBoundingClientRect())");
  }

  @Test
  void copyButtonsCopyWhatTheyStandBeside() throws Exception {
    browser.open(page("broken"), "", 1280, 800);
    browser.evaluate(
        "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }");
    browser.evaluate("document.querySelector('.ask .copy').click()");
    assertTrue(
        browser
            .evaluate("window.copied")
            .asText()
            .startsWith("oc adm must-gather --image=registry.redhat.io/"));
    browser.evaluate("document.querySelector('.prose .copy').click()");
    assertEquals("oc get storageclass", browser.evaluate("window.copied").asText());
    browser.evaluate(
        "document.querySelector('.show').open = true; document.querySelector('.show .copy').click()");
    assertTrue(
        browser
            .evaluate("window.copied")
            .asText()
            .startsWith("tar --no-anchored -xOf case-0123.tar.gz must-gather.local.42/"));
    assertEquals(
        "Copied", browser.evaluate("document.querySelector('.said').textContent").asText());
  }

  @Test
  void everythingCanBeDoneByKey() throws Exception {
    browser.open(page("broken"), "", 1280, 800);
    browser.press("/");
    assertEquals("search", browser.evaluate("document.activeElement.id").asText());
    browser.press("Escape");
    browser.press("j");
    browser.press("j");
    assertEquals(
        "LowVirtAPICount", browser.evaluate("document.activeElement.parentElement.id").asText());
    browser.press("o");
    assertFalse(isTrue("document.querySelector('#LowVirtAPICount').open"));
    browser.press("k");
    assertEquals(
        "CDINoDefaultStorageClass",
        browser.evaluate("document.activeElement.parentElement.id").asText());
    browser.evaluate("document.querySelector('.mark').focus()");
    browser.press("ArrowRight");
    assertTrue(isTrue("document.activeElement === document.querySelectorAll('.drawing .mark')[1]"));
    assertTrue(
        browser.evaluate("document.querySelector('.pointed').textContent").asText().contains("UTC")
            || browser
                .evaluate("document.querySelector('.pointed').textContent")
                .asText()
                .startsWith("2024-10-24"));
  }

  @Test
  void theTimelineZooms() throws Exception {
    browser.open(page("broken"), "", 1280, 800);
    int width = number("document.querySelector('.drawing').getBoundingClientRect().width");
    browser.evaluate("document.querySelector('.zoom [value=\"+\"]').click()");
    int zoomed = number("document.querySelector('.drawing').getBoundingClientRect().width");
    assertEquals(2.0, (double) zoomed / width, 0.01);
    assertEquals(1280, number("document.documentElement.scrollWidth"));
  }

  @Test
  void allFindingsCanBeReadWithoutScript() throws Exception {
    browser.disableScripts(true);
    try {
      browser.open(page("broken"), "", 1280, 800);
      assertTrue(isTrue("document.querySelector('#controls').hidden"));
      int findings =
          SampleReports.broken().runbooks().stream()
              .mapToInt(runbook -> runbook.findings().size())
              .sum();
      assertEquals(
          findings,
          number(
              "[...document.querySelectorAll('.findings > ol > li .said-so')].filter(e => e.checkVisibility() && e.getBoundingClientRect().height > 0).length"));
    } finally {
      browser.disableScripts(false);
    }
  }

  @Test
  void aFloodOfFindingsMakesASmallPage() throws Exception {
    assertTrue(Files.size(page("huge")) < 5_000_000, Files.size(page("huge")) + " bytes");
    browser.open(page("huge"), "", 1280, 800);
    // What opening costs grows with the elements; OpeningTimes tells the seconds.
    int elements = number("document.querySelectorAll('*').length");
    assertTrue(elements < 75_000, elements + " elements");
    assertTrue(isTrue("document.body.innerText.includes(' more, in the JSON report')"));
  }

  @Test
  void thePageDoesWhatThePayloadsAskForNowhere() throws Exception {
    for (String name : List.of("hostile", "payloads")) {
      browser.open(page(name), "", 1280, 800);
      assertEquals(
          0,
          number("document.querySelectorAll('img, iframe, object, embed, base, link').length"),
          name);
      assertEquals(1, number("document.querySelectorAll('script').length"), name);
      assertFalse(isTrue("document.title === '" + HostileReports.MARK + "'"), name);
    }
  }

  @Test
  void aPdfCanBePrinted() throws Exception {
    browser.open(page("broken"), "", 1280, 800);
    assertTrue(browser.printed().length() > 100_000);
  }

  @ParameterizedTest
  @CsvSource({"broken,light", "broken,dark", "healthy,light", "undetermined,dark", "hostile,light"})
  void peopleWithDisabilitiesCanReadIt(String name, String colors) throws Exception {
    isThere(Files.exists(AXE), "no " + AXE);
    browser.colors(colors);
    browser.open(page(name), "", 1280, 800);
    browser.evaluate(Files.readString(AXE) + "; 1");
    JsonNode violations =
        browser.evaluate(
            "axe.run({resultTypes: ['violations']}).then(r => r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3)"
                + ".map(n => n.html.slice(0, 200) + ' ' + n.failureSummary).join(' | ')))");
    assertEquals("[]", violations.toString());
  }

  private static int number(String expression) throws Exception {
    return (int) Math.round(browser.evaluate(expression).asDouble());
  }

  private static boolean isTrue(String expression) throws Exception {
    return browser.evaluate(expression).asBoolean();
  }
}
