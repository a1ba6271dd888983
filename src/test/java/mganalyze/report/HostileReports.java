package mganalyze.report;

import java.util.concurrent.atomic.AtomicInteger;
import mganalyze.diagnosis.Report;

/** Reports whose every text tries to be more than text. */
final class HostileReports {
  /** Stands in every payload, so that a page can be searched for what came from the archive. */
  static final String MARK = "zqxj";

  private static final String[] PAYLOADS = {
    "<script>document.title='zqxj'</script>",
    "\"><img src=x onerror=document.title='zqxj'>",
    "'><svg/onload=alert('zqxj')>",
    "</style></script></title></textarea><iframe src=javascript:alert('zqxj')>",
    "[zqxj](javascript:alert(1)) ![zqxj](https://zqxj.example/x.png) <https://zqxj.example/>",
    "[zqxj][zqxj]\n\n[zqxj]: https://zqxj.example/ 'zqxj'",
    "\u001b]0;zqxj\u0007\u001b[2J\u001b[31mzqxj\u009b31m",
    "\u202Ezqxj\u2066\u200F\uFEFFzqxj\u2028",
    "`zqxj` $(zqxj) ;zqxj|zqxj\n```\n<b>zqxj</b>\n```\n",
    "zqxj\u0000\u0001\b\f\r\n\tzqxj\uFFFE\uFFFF",
    "zqxj\uD800zqxj\uDC00 {{zqxj}} ${zqxj} <%= zqxj %> <!--zqxj--> <![CDATA[zqxj]]> &zqxj; &#60;",
    "javascript:zqxj",
    "../../../zqxj/%2e%2e/\\..\\zqxj",
    "\n# zqxj\n> zqxj\n* zqxj\n---\n***zqxj***\n"
  };

  private HostileReports() {}

  /** The broken cluster's report with a payload behind every text. */
  static Report behindEveryText() {
    AtomicInteger number = new AtomicInteger();
    return ReportTexts.changed(SampleReports.broken(), text -> text + payload(number));
  }

  /** The same with payloads alone. */
  static Report insteadOfEveryText() {
    AtomicInteger number = new AtomicInteger();
    return ReportTexts.changed(SampleReports.broken(), text -> payload(number));
  }

  /** Texts that are very long, in one line. */
  static Report endless() {
    AtomicInteger number = new AtomicInteger();
    return ReportTexts.changed(
        SampleReports.broken(),
        text -> number.incrementAndGet() % 97 == 0 ? "\"<&zqxj".repeat(140_000) : text);
  }

  /** Markdown made to nest as deep as it can. */
  static Report nested() {
    return ReportTexts.changed(
        SampleReports.broken(),
        text ->
            text.startsWith("1. Choose")
                ? "> ".repeat(9000) + "zqxj " + "*a **b ".repeat(3000)
                : text);
  }

  private static String payload(AtomicInteger number) {
    return PAYLOADS[number.getAndIncrement() % PAYLOADS.length];
  }
}
