package mganalyze.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads groups, conditions and loops. */
final class CompoundParser {
  private final Scanner scanner;
  private final Parser commands;
  private final WordParser words;

  CompoundParser(Scanner scanner, Parser commands, WordParser words) {
    this.scanner = scanner;
    this.commands = commands;
    this.words = words;
  }

  /** The compound command here, or null. */
  Command parse() {
    if (scanner.startsWith("((")) {
      int end = ExpansionParser.arithmeticEnd(scanner.text(), scanner.position() + 2);
      if (end > 0) {
        String expression = scanner.text().substring(scanner.position() + 2, end);
        scanner.moveTo(end + 2);
        return new Compound.Calculation(words.expandable(expression));
      }
    }
    if (scanner.accept("(")) {
      CommandList body = body();
      expect(")");
      return new Compound.Subshell(body);
    }
    if (acceptWord("{")) {
      CommandList body = body();
      expectWord("}");
      return body;
    }
    if (acceptWord("if")) {
      return ifCommand();
    }
    if (scanner.atWord("while") || scanner.atWord("until")) {
      boolean isUntil = scanner.atWord("until");
      scanner.skip(5);
      CommandList condition = body();
      return new Loop.While(isUntil, condition, doBody());
    }
    if (acceptWord("for")) {
      return forCommand();
    }
    if (acceptWord("case")) {
      return caseCommand();
    }
    if (acceptWord("[[")) {
      Condition condition = new ConditionParser(scanner, commands, words).parse();
      return new Compound.Test(condition);
    }
    for (String word : new String[] {"function", "select", "coproc", "time"}) {
      if (scanner.atWord(word)) {
        throw new UnsupportedCommandException(word);
      }
    }
    return null;
  }

  private Command ifCommand() {
    CommandList condition = body();
    expectWord("then");
    CommandList body = body();
    if (acceptWord("elif")) {
      scanner.enter();
      Command nested = ifCommand();
      scanner.leave();
      return new Compound.If(condition, body, new CommandList(List.of(nested)));
    }
    CommandList otherwise = acceptWord("else") ? body() : new CommandList(List.of());
    expectWord("fi");
    return new Compound.If(condition, body, otherwise);
  }

  private Command forCommand() {
    scanner.skipBlanks();
    if (scanner.startsWith("((")) {
      throw new UnsupportedCommandException("for ((");
    }
    int start = scanner.position();
    while (Names.isPart(scanner.peek())) {
      scanner.next();
    }
    String variable = scanner.since(start);
    if (!Names.isName(variable)) {
      throw scanner.unexpected();
    }
    commands.skipNewlines();
    List<Word> values = new ArrayList<>();
    if (acceptWord("in")) {
      scanner.skipBlanks();
      while (!scanner.atWordEnd() || words.atPlaceholder()) {
        values.addAll(BraceExpansion.expand(words.word()));
        scanner.skipBlanks();
      }
    }
    scanner.accept(";");
    commands.skipNewlines();
    return new Loop.For(variable, values, doBody());
  }

  private CommandList doBody() {
    expectWord("do");
    CommandList body = body();
    expectWord("done");
    return body;
  }

  private Command caseCommand() {
    scanner.skipBlanks();
    Word subject = words.word();
    commands.skipNewlines();
    expectWord("in");
    List<Compound.Case.Branch> branches = new ArrayList<>();
    while (true) {
      commands.skipNewlines();
      if (acceptWord("esac")) {
        return new Compound.Case(subject, branches);
      }
      List<Word> patterns = patterns();
      CommandList body = commands.list();
      branches.add(new Compound.Case.Branch(patterns, body));
      if (scanner.startsWith(";;&") || scanner.startsWith(";&")) {
        throw new UnsupportedCommandException(";& (in case)");
      }
      if (!scanner.accept(";;")) {
        expectWord("esac");
        return new Compound.Case(subject, branches);
      }
    }
  }

  private List<Word> patterns() {
    scanner.accept("(");
    List<Word> patterns = new ArrayList<>();
    do {
      scanner.skipBlanks();
      if (scanner.atWordEnd()) {
        throw scanner.unexpected();
      }
      patterns.add(words.word());
      scanner.skipBlanks();
    } while (scanner.accept("|"));
    expect(")");
    return patterns;
  }

  private CommandList body() {
    CommandList body = commands.list();
    if (body.commands().isEmpty()) {
      throw scanner.unexpected();
    }
    return body;
  }

  private boolean acceptWord(String word) {
    if (!scanner.atWord(word)) {
      return false;
    }
    scanner.skip(word.length());
    return true;
  }

  private void expectWord(String word) {
    if (!acceptWord(word)) {
      throw scanner.unexpected(
          scanner.position(), scanner.token(), "unexpected, instead of `" + word + "'");
    }
  }

  private void expect(String token) {
    scanner.skipBlanks();
    if (!scanner.accept(token)) {
      throw scanner.unexpected();
    }
  }
}
