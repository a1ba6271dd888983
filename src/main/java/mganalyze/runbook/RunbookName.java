package mganalyze.runbook;

/** The name of a runbook that does not say for which alert it is. */
final class RunbookName {
  private RunbookName() {}

  /**
   * The title, if that is one word, else the file's own name: {@code # [Deprecated] `CnaoDown`
   * alert} names CnaoDown.
   */
  static String of(String title, String file) {
    String words = title.replaceAll("\\[[^\\]]*\\]|\\([^)]*\\)|`|\\*\\*", " ").strip();
    words = words.replaceAll("(?i)^(alert|runbook)\\b[: ]*|[: ]*\\b(alert|runbook)$", "").strip();
    boolean isWord =
        !words.isEmpty()
            && words.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
    if (isWord) {
      return words;
    }
    String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    return last.endsWith(".md") ? last.substring(0, last.length() - 3) : last;
  }
}
