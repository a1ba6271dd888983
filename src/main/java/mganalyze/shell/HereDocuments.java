package mganalyze.shell;

import java.util.ArrayList;
import java.util.List;

/** The here-documents that were announced in a line and begin on the next. */
final class HereDocuments {
  private record Pending(
      int position, String delimiter, boolean isQuoted, boolean stripsTabs, LateWord body) {}

  private final Scanner scanner;
  private final WordParser words;
  private final List<Pending> pending = new ArrayList<>();

  HereDocuments(Scanner scanner, WordParser words) {
    this.scanner = scanner;
    this.words = words;
  }

  /** Guesses, for a text that cannot be parsed, whether it announces a document that has no end. */
  static boolean isOpen(String text) {
    int at = text.indexOf("<<");
    if (at < 0 || text.startsWith("<<<", at)) {
      return false;
    }
    int from = at + 2;
    while (from < text.length() && "- '\"".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int to = from;
    while (to < text.length() && Names.isPart(text.charAt(to))) {
      to++;
    }
    String end = text.substring(from, to);
    return !end.isEmpty() && text.lines().skip(1).noneMatch(line -> line.strip().equals(end));
  }

  LateWord announce(Word delimiter, boolean stripsTabs) {
    LateWord body = new LateWord();
    pending.add(
        new Pending(
            scanner.position(),
            delimiter.literalText().orElse(delimiter.raw()),
            !delimiter.isBare(),
            stripsTabs,
            body));
    return body;
  }

  void readAtLineStart() {
    for (Pending document : pending) {
      document.body().set(read(document));
    }
    pending.clear();
  }

  /** Throws {@link ShellSyntaxException} if the text ends before a document begins. */
  void finish() {
    for (Pending document : pending) {
      throw withoutEnd(document);
    }
  }

  private Word read(Pending document) {
    StringBuilder body = new StringBuilder();
    while (!scanner.atEnd()) {
      String line = nextLine();
      String text = document.stripsTabs() ? line.replaceFirst("^\t+", "") : line;
      if (text.equals(document.delimiter())) {
        return document.isQuoted()
            ? Word.literal(body.toString())
            : words.expandable(body.toString());
      }
      body.append(text).append('\n');
    }
    throw withoutEnd(document);
  }

  private String nextLine() {
    int start = scanner.position();
    int newline = scanner.text().indexOf('\n', start);
    int end = newline < 0 ? scanner.text().length() : newline;
    scanner.moveTo(newline < 0 ? end : newline + 1);
    return scanner.text().substring(start, end);
  }

  private ShellSyntaxException withoutEnd(Pending document) {
    return scanner.unexpected(
        document.position(), document.delimiter(), "here-document without its end");
  }
}
