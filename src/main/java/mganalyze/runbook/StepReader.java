package mganalyze.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mganalyze.runbook.MarkdownLine.Kind;

/** Reads the commands of a runbook, each with the words before it as its title. */
final class StepReader {
  private final List<Step> steps = new ArrayList<>();
  private final StringBuilder title = new StringBuilder();
  private String heading = "Diagnosis";
  private boolean continuesText;
  private boolean followsBlank = true;

  private StepReader() {}

  static List<Step> read(List<MarkdownLine> lines) {
    StepReader reader = new StepReader();
    int at = 0;
    while (at < lines.size()) {
      MarkdownLine line = lines.get(at);
      if (line.is(Kind.OPENING_FENCE)) {
        at = reader.seeFence(lines, at);
      } else if (line.is(Kind.TEXT) && reader.isIndentedCommand(line.text())) {
        at = reader.seeIndented(lines, at);
      } else {
        reader.seeText(line);
        at++;
      }
    }
    return reader.steps;
  }

  private int seeFence(List<MarkdownLine> lines, int opening) {
    List<MarkdownLine> block = new ArrayList<>();
    int at = opening + 1;
    while (at < lines.size() && lines.get(at).is(Kind.CODE)) {
      block.add(lines.get(at++));
    }
    seeBlock(lines.get(opening).words(), block);
    return at < lines.size() && lines.get(at).is(Kind.CLOSING_FENCE) ? at + 1 : at;
  }

  /**
   * A command in a block that is only indented; without a prompt, text must stand apart from it.
   */
  private boolean isIndentedCommand(String text) {
    int prompt = Prompt.length(text);
    if (prompt > 0) {
      return CommandWords.isCertain(text.substring(prompt))
          || CommandWords.isLikely(text.substring(prompt));
    }
    boolean isIndented = text.startsWith("    ") || text.startsWith("\t");
    return isIndented && followsBlank && CommandWords.isCertain(text);
  }

  private int seeIndented(List<MarkdownLine> lines, int first) {
    List<MarkdownLine> block = new ArrayList<>();
    int at = first;
    while (at < lines.size() && lines.get(at).is(Kind.TEXT) && !lines.get(at).text().isBlank()) {
      block.add(lines.get(at++));
    }
    seeBlock("", block);
    return at;
  }

  private void seeText(MarkdownLine line) {
    String text = line.text().strip();
    followsBlank = text.isEmpty();
    if (line.is(Kind.HEADING)) {
      heading = line.words();
      title.setLength(0);
      continuesText = false;
      return;
    }
    if (text.isEmpty()) {
      continuesText = false;
      return;
    }
    while (text.startsWith(">")) {
      text = text.substring(1).strip();
    }
    int mark = Fence.listMark(text, 0);
    if (mark > 0 || !continuesText) {
      title.setLength(0);
    }
    title.append(title.length() == 0 ? "" : " ").append(text.substring(mark).strip());
    continuesText = true;
  }

  private void seeBlock(String info, List<MarkdownLine> block) {
    continuesText = false;
    followsBlank = true;
    if (block.isEmpty() || isSample(block)) {
      return;
    }
    List<CommandBlock.Command> commands = CommandBlock.commands(info, block);
    for (CommandBlock.Command command : commands) {
      Step.Kind kind = command.isInside() ? Step.Kind.INSIDE : Step.Kind.COMMAND;
      add(command.comment(), command.text(), command.line(), kind);
    }
    if (commands.isEmpty()) {
      String whole = String.join("\n", block.stream().map(MarkdownLine::words).toList());
      if (PromQuery.is(info, whole)) {
        add("", whole.strip(), block.get(0).number(), Step.Kind.QUERY);
      }
    }
  }

  /** Whether the text before a block without prompts calls it an example of output. */
  private boolean isSample(List<MarkdownLine> block) {
    String text = title.toString().toLowerCase(Locale.ROOT);
    boolean isCalledSample =
        text.startsWith("example output")
            || text.startsWith("sample output")
            || text.startsWith("output:")
            || text.endsWith("example output:")
            || text.endsWith("sample output:");
    return isCalledSample && block.stream().allMatch(line -> Prompt.length(line.words()) == 0);
  }

  private void add(String comment, String command, int line, Step.Kind kind) {
    String words = Prose.plain(title.toString());
    while (words.endsWith(":")) {
      words = words.substring(0, words.length() - 1).strip();
    }
    String shown = comment.isEmpty() ? words : comment;
    steps.add(new Step(steps.size() + 1, shown.isEmpty() ? heading : shown, command, line, kind));
  }
}
