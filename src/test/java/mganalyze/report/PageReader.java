package mganalyze.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the elements of a page strictly: what a browser might forgive, an unquoted attribute, a
 * bare {@code <}, is an error here.
 */
final class PageReader {
  record Tag(String name, Map<String, String> attributes) {}

  private final String page;
  private int at;

  private PageReader(String page) {
    this.page = page;
  }

  static List<Tag> tags(String page) {
    return new PageReader(page).tags();
  }

  private List<Tag> tags() {
    List<Tag> tags = new ArrayList<>();
    List<String> open = new ArrayList<>();
    expect("<!DOCTYPE html>\n");
    while ((at = page.indexOf('<', at)) >= 0) {
      at++;
      boolean closes = page.charAt(at) == '/';
      at += closes ? 1 : 0;
      String name = word();
      if (closes) {
        expect(">");
        String last = open.remove(open.size() - 1);
        if (!last.equals(name)) {
          throw wrong("</" + name + "> closes <" + last + ">");
        }
        continue;
      }
      Map<String, String> attributes = attributes();
      tags.add(new Tag(name, attributes));
      if (page.charAt(at - 2) != '/' && !List.of("meta", "input", "br", "hr").contains(name)) {
        open.add(name);
      }
      if (name.equals("script") || name.equals("style")) {
        at = page.indexOf("</" + name + ">", at);
      }
    }
    if (!open.isEmpty()) {
      throw new AssertionError("not closed: " + open);
    }
    return tags;
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    while (true) {
      if (page.startsWith(">", at)) {
        at++;
        return attributes;
      }
      if (page.startsWith("/>", at)) {
        at += 2;
        return attributes;
      }
      expect(" ");
      String name = word();
      String value = "";
      if (page.startsWith("=\"", at)) {
        int end = page.indexOf('"', at + 2);
        value = page.substring(at + 2, end);
        at = end + 1;
        if (value.contains("<")) {
          throw wrong("a tag in an attribute");
        }
      }
      attributes.put(name, value);
    }
  }

  private String word() {
    int start = at;
    while (Character.isLetterOrDigit(page.charAt(at)) || "-:".indexOf(page.charAt(at)) >= 0) {
      at++;
    }
    if (at == start) {
      throw wrong("no name");
    }
    return page.substring(start, at);
  }

  private void expect(String text) {
    if (!page.startsWith(text, at)) {
      throw wrong("expected " + text);
    }
    at += text.length();
  }

  private AssertionError wrong(String what) {
    int start = Math.max(0, at - 60);
    return new AssertionError(
        what + " at " + page.substring(start, Math.min(page.length(), at + 60)));
  }
}
