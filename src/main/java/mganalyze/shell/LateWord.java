package mganalyze.shell;

/** The body of a here-document, which is known only once the lines behind the command are read. */
final class LateWord {
  private Word word = Word.EMPTY;

  static LateWord of(Word word) {
    LateWord late = new LateWord();
    late.set(word);
    return late;
  }

  Word word() {
    return word;
  }

  void set(Word word) {
    this.word = word;
  }
}
