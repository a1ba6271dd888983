package mganalyze.shell.awk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mganalyze.shell.UnsupportedCommandException;

/** The words of a program and how far they are read. */
final class Tokens {
  private static final int MAX_DEPTH = 200;
  private final List<Token> tokens;
  private final Set<String> arrays = new HashSet<>();
  private int at;
  private int depth;

  Tokens(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean isSubscripted = token.kind() == Token.Kind.NAME && tokens.get(i + 1).is("[");
      if (isSubscripted) {
        arrays.add(token.text());
      }
      if (token.isWord("in")) {
        arrays.add(tokens.get(i + 1).text());
      }
    }
  }

  static boolean isReserved(String name) {
    return switch (name) {
      case "BEGIN", "END", "if", "else", "while", "for", "do", "break", "continue", "next" -> true;
      case "nextfile", "exit", "delete", "print", "printf", "in", "function", "func", "return" ->
          true;
      case "getline", "switch", "case", "default" -> true;
      default -> false;
    };
  }

  boolean isArray(String name) {
    return arrays.contains(name);
  }

  void array(String name) {
    arrays.add(name);
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean accept(String operator) {
    boolean accepted = peek().is(operator);
    if (accepted) {
      next();
    }
    return accepted;
  }

  boolean acceptWord(String word) {
    boolean accepted = peek().isWord(word);
    if (accepted) {
      next();
    }
    return accepted;
  }

  void expect(String operator) {
    if (!accept(operator)) {
      throw unexpected();
    }
  }

  /** The name here. */
  String name() {
    Token token = next();
    if (token.kind() != Token.Kind.NAME || isReserved(token.text())) {
      throw new AwkSyntaxException(token);
    }
    return token.text();
  }

  void skipNewlines() {
    while (peek().kind() == Token.Kind.NEWLINE) {
      next();
    }
  }

  void skipTerminators() {
    while (peek().kind() == Token.Kind.NEWLINE || peek().is(";")) {
      next();
    }
  }

  AwkSyntaxException unexpected() {
    return new AwkSyntaxException(peek());
  }

  void enter() {
    if (++depth > MAX_DEPTH) {
      throw unexpected();
    }
  }

  void leave() {
    depth--;
  }

  void refusePipe() {
    if (peek().is("|") || peek().is("|&")) {
      throw new UnsupportedCommandException("awk … | \"command\"");
    }
  }

  boolean atSimpleEnd() {
    Token token = peek();
    return token.is(";")
        || token.is("}")
        || token.is(")")
        || token.kind() == Token.Kind.NEWLINE
        || token.kind() == Token.Kind.END;
  }
}
