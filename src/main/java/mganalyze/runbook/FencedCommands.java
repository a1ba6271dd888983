package mganalyze.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mganalyze.runbook.MarkdownLine.Kind;
import mganalyze.shell.Shell;

/** The commands in the code blocks of Markdown, with everything around them. */
public final class FencedCommands {
  private FencedCommands() {}

  /**
   * The same Markdown with other commands.
   *
   * @param change takes a command of one or more lines, with its prompt, and gives what stands in
   *     its place
   */
  public static String replace(String markdown, Function<String, List<String>> change) {
    List<MarkdownLine> lines = MarkdownReader.read(markdown, 1);
    StringBuilder text = new StringBuilder(markdown.length());
    int at = 0;
    while (at < lines.size()) {
      MarkdownLine line = lines.get(at);
      if (!line.is(Kind.CODE)) {
        text.append(line.text()).append('\n');
        at++;
        continue;
      }
      List<String> command = new ArrayList<>(List.of(line.words()));
      at++;
      while (at < lines.size() && lines.get(at).is(Kind.CODE) && isOpen(command)) {
        command.add(lines.get(at++).words());
      }
      String indent = line.text().substring(0, line.text().length() - line.words().length());
      for (String changed : change.apply(String.join("\n", command))) {
        changed.lines().forEach(each -> text.append((indent + each).stripTrailing()).append('\n'));
        text.append(changed.isEmpty() ? "\n" : "");
      }
    }
    return text.toString().strip();
  }

  private static boolean isOpen(List<String> command) {
    String text = String.join("\n", command);
    return Shell.isOpen(PlaceholderText.neutral(text.substring(Prompt.length(command.get(0)))));
  }
}
