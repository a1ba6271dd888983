package mganalyze.shell;

import java.util.ArrayList;
import java.util.List;
import mganalyze.shell.Redirect.Kind;

/** Reads redirections; one to or from a file is refused. */
final class RedirectParser {
  private final Scanner scanner;
  private final WordParser words;
  private final HereDocuments hereDocuments;

  RedirectParser(Scanner scanner, WordParser words, HereDocuments hereDocuments) {
    this.scanner = scanner;
    this.words = words;
    this.hereDocuments = hereDocuments;
  }

  List<Redirect> parseAll() {
    List<Redirect> redirects = new ArrayList<>();
    while (true) {
      scanner.skipBlanks();
      Redirect redirect = parse();
      if (redirect == null) {
        return redirects;
      }
      redirects.add(redirect);
    }
  }

  /** The redirection here, or null. */
  Redirect parse() {
    int start = scanner.position();
    if (scanner.accept("&>>") || scanner.accept("&>")) {
      return toFile(Redirect.BOTH, start);
    }
    int digits = 0;
    while (Character.isDigit(scanner.peek(digits))) {
      digits++;
    }
    char operator = scanner.peek(digits);
    boolean isRedirect = operator == '<' || operator == '>';
    if (!isRedirect || digits == 0 && words.atPlaceholder()) {
      return null;
    }
    String number = scanner.text().substring(start, start + digits);
    scanner.skip(digits);
    int descriptor = number.isEmpty() ? (operator == '<' ? 0 : 1) : descriptor(number, start);
    return operator == '<' ? input(descriptor, start) : output(descriptor, start);
  }

  private int descriptor(String number, int start) {
    if (number.length() != 1 || number.charAt(0) > '2') {
      throw unsupported(start);
    }
    return number.charAt(0) - '0';
  }

  private Redirect input(int descriptor, int start) {
    if (scanner.startsWith("<(")) {
      throw new UnsupportedCommandException("<( (process substitution)");
    }
    if (descriptor != 0) {
      throw unsupported(start);
    }
    if (scanner.accept("<<<")) {
      return new Redirect(Kind.HERE_STRING, 0, 0, target());
    }
    if (scanner.startsWith("<<")) {
      boolean stripsTabs = scanner.startsWith("<<-");
      scanner.skip(stripsTabs ? 3 : 2);
      LateWord body = hereDocuments.announce(target(), stripsTabs);
      return new Redirect(Kind.HERE_DOCUMENT, 0, 0, body);
    }
    scanner.next();
    if (scanner.accept("&0")) {
      return new Redirect(Kind.DUPLICATE, 1, 1, Word.EMPTY);
    }
    if (target().raw().equals("/dev/null")) {
      return new Redirect(Kind.FROM_NOTHING, 0, 0, Word.EMPTY);
    }
    throw unsupported(start);
  }

  private Redirect output(int descriptor, int start) {
    if (scanner.startsWith(">(")) {
      throw new UnsupportedCommandException(">( (process substitution)");
    }
    if (descriptor == 0) {
      throw unsupported(start);
    }
    if (scanner.accept(">&")) {
      if (scanner.peek() == '1' || scanner.peek() == '2') {
        return new Redirect(Kind.DUPLICATE, descriptor, scanner.next() - '0', Word.EMPTY);
      }
      return toFile(Redirect.BOTH, start);
    }
    boolean accepted = scanner.accept(">>") || scanner.accept(">|") || scanner.accept(">");
    return accepted ? toFile(descriptor, start) : null;
  }

  private Redirect toFile(int descriptor, int start) {
    return switch (target().raw()) {
      case "/dev/null" -> new Redirect(Kind.TO_NOTHING, descriptor, 0, Word.EMPTY);
      case "/dev/stdout", "/dev/fd/1" -> duplicate(descriptor, 1, start);
      case "/dev/stderr", "/dev/fd/2" -> duplicate(descriptor, 2, start);
      default -> throw unsupported(start);
    };
  }

  private Redirect duplicate(int descriptor, int other, int start) {
    if (descriptor == Redirect.BOTH) {
      throw unsupported(start);
    }
    return new Redirect(Kind.DUPLICATE, descriptor, other, Word.EMPTY);
  }

  private Word target() {
    scanner.skipBlanks();
    if (scanner.atWordEnd()) {
      throw scanner.unexpected();
    }
    return words.word();
  }

  private UnsupportedCommandException unsupported(int start) {
    return new UnsupportedCommandException(
        scanner.since(start).strip() + " (redirection to or from a file)");
  }
}
