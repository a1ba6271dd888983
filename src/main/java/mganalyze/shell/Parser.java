package mganalyze.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads the commands of a script. */
final class Parser {
  private static final String[] CLOSERS = {"then", "elif", "else", "fi", "do", "done", "esac", "}"};
  private final Scanner scanner;
  private final WordParser words;
  private final HereDocuments hereDocuments;
  private final CompoundParser compounds;
  private final RedirectParser redirects;
  private final boolean dropsRootPrompt;

  Parser(Scanner scanner, boolean dropsRootPrompt) {
    this.scanner = scanner;
    this.dropsRootPrompt = dropsRootPrompt;
    this.words = new WordParser(scanner, this);
    this.hereDocuments = new HereDocuments(scanner, words);
    this.redirects = new RedirectParser(scanner, words, hereDocuments);
    this.compounds = new CompoundParser(scanner, this, words);
  }

  /** For a text within the text that {@code outer} reads. */
  Parser(Scanner scanner, Parser outer) {
    this(scanner, outer.dropsRootPrompt);
  }

  WordParser words() {
    return words;
  }

  /** All commands up to the end of the text. */
  CommandList wholeList() {
    CommandList list = list();
    if (!scanner.atEnd()) {
      throw scanner.unexpected();
    }
    hereDocuments.finish();
    return list;
  }

  /** Commands up to a closing word, a closing parenthesis, {@code ;;} or the end. */
  CommandList list() {
    scanner.enter();
    List<Command> commands = new ArrayList<>();
    while (true) {
      skipNewlines();
      dropPrompt();
      if (atListEnd()) {
        break;
      }
      commands.add(andOr());
      scanner.skipBlanks();
      if (scanner.peek() == '&' && !scanner.startsWith("&&")) {
        throw new UnsupportedCommandException("& (background jobs)");
      }
      boolean isSeparated = scanner.peek() == '\n' || scanner.peek() == ';';
      if (!isSeparated && !atListEnd()) {
        throw scanner.unexpected();
      }
      if (scanner.peek() == ';' && scanner.peek(1) != ';') {
        scanner.next();
      }
    }
    scanner.leave();
    return new CommandList(commands);
  }

  private boolean atListEnd() {
    if (scanner.atEnd() || scanner.peek() == ')' || scanner.startsWith(";;")) {
      return true;
    }
    for (String closer : CLOSERS) {
      if (scanner.atWord(closer)) {
        return true;
      }
    }
    return false;
  }

  private void dropPrompt() {
    while (scanner.peek() == '$' && (scanner.peek(1) == ' ' || scanner.peek(1) == '\t')) {
      scanner.next();
      scanner.skipBlanks();
    }
  }

  /** Passes blanks, comments and newlines; reads the here-documents that begin at a newline. */
  void skipNewlines() {
    while (true) {
      if (dropsRootPrompt && scanner.startsWith("# ")) {
        scanner.skip(2);
      }
      scanner.skipBlanks();
      if (scanner.peek() != '\n' || scanner.atEnd()) {
        return;
      }
      scanner.next();
      hereDocuments.readAtLineStart();
    }
  }

  private Command andOr() {
    List<Pipeline> pipelines = new ArrayList<>();
    List<Boolean> wantsSuccess = new ArrayList<>();
    pipelines.add(pipeline());
    while (true) {
      scanner.skipBlanks();
      boolean isAnd = scanner.startsWith("&&");
      if (!isAnd && !scanner.startsWith("||")) {
        return new AndOr(pipelines, wantsSuccess);
      }
      scanner.skip(2);
      skipNewlines();
      wantsSuccess.add(isAnd);
      pipelines.add(pipeline());
    }
  }

  private Pipeline pipeline() {
    boolean isNegated = false;
    while (scanner.atWord("!")) {
      scanner.next();
      scanner.skipBlanks();
      isNegated = !isNegated;
    }
    if (isNegated && atListEnd() || scanner.peek() == '\n') {
      throw scanner.unexpected();
    }
    List<Command> stages = new ArrayList<>();
    while (true) {
      Command stage = command();
      scanner.skipBlanks();
      boolean hasErrors = scanner.startsWith("|&");
      if (hasErrors) {
        Redirect both = new Redirect(Redirect.Kind.DUPLICATE, 2, 1, Word.EMPTY);
        stage = new Compound.Redirected(stage, List.of(both));
      }
      stages.add(stage);
      if (scanner.peek() != '|' || scanner.startsWith("||")) {
        return new Pipeline(isNegated, stages);
      }
      scanner.skip(hasErrors ? 2 : 1);
      skipNewlines();
    }
  }

  private Command command() {
    Command compound = compounds.parse();
    if (compound == null) {
      return simple();
    }
    List<Redirect> behind = redirects.parseAll();
    return behind.isEmpty() ? compound : new Compound.Redirected(compound, behind);
  }

  private Command simple() {
    int start = scanner.position();
    List<Assignment> assignments = new ArrayList<>();
    List<Word> arguments = new ArrayList<>();
    List<Redirect> behind = new ArrayList<>();
    while (true) {
      scanner.skipBlanks();
      Redirect redirect = redirects.parse();
      if (redirect != null) {
        behind.add(redirect);
      } else if (scanner.atWordEnd() && !words.atPlaceholder()) {
        break;
      } else {
        Assignment assignment = arguments.isEmpty() ? assignment() : null;
        if (assignment != null) {
          assignments.add(assignment);
        } else if (!arguments.isEmpty() && declares(arguments.get(0))) {
          arguments.add(declaration());
        } else {
          arguments.addAll(BraceExpansion.expand(words.word()));
        }
      }
    }
    if (assignments.isEmpty() && arguments.isEmpty() && behind.isEmpty()) {
      throw scanner.unexpected();
    }
    if (scanner.peek() == '(') {
      if (arguments.size() == 1 && scanner.peek(1) == ')') {
        throw new UnsupportedCommandException(scanner.since(start) + "() (functions)");
      }
      throw scanner.unexpected();
    }
    return new SimpleCommand(assignments, arguments, behind);
  }

  private Assignment assignment() {
    int start = scanner.position();
    int length = 0;
    while (Names.isPart(scanner.peek(length))) {
      length++;
    }
    boolean isAppending = scanner.peek(length) == '+' && scanner.peek(length + 1) == '=';
    boolean isAssignment =
        length > 0 && Names.isStart(scanner.peek()) && (isAppending || scanner.peek(length) == '=');
    if (!isAssignment) {
      return null;
    }
    String name = scanner.text().substring(start, start + length);
    scanner.skip(length + (isAppending ? 2 : 1));
    if (scanner.peek() == '(') {
      throw new UnsupportedCommandException(name + "=( (arrays)");
    }
    return new Assignment(name, isAppending, words.word());
  }

  private static boolean declares(Word program) {
    return program.isBare() && program.raw().equals("export");
  }

  /** {@code export X=$Y}: the value is not split into words. */
  private Word declaration() {
    Assignment assignment = assignment();
    if (assignment == null) {
      return words.word();
    }
    List<WordPart> parts = new ArrayList<>();
    String name = assignment.name() + "=";
    if (assignment.isAppending()) {
      parts.add(new ParameterExpansion(assignment.name()));
    }
    parts.addAll(assignment.value().parts());
    WordPart start = new WordPart.Text(name, WordPart.Text.Quoting.BARE);
    Word value = new Word(parts, assignment.value().raw());
    return new Word(List.of(start, new WordPart.Unsplit(value)), name + value.raw());
  }
}
