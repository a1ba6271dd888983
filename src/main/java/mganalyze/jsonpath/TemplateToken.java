package mganalyze.jsonpath;

/**
 * A word between the braces of a Go template.
 *
 * @param text as written; quotes and all
 * @param isSpaced whether a blank stands in front of it
 */
record TemplateToken(Kind kind, String text, boolean isSpaced) {

  enum Kind {
    WORD,
    FIELD,
    VARIABLE,
    DOT,
    NUMBER,
    CHARACTER,
    TEXT,
    RAW_TEXT,
    SIGN,
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }
}
