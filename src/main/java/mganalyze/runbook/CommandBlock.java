package mganalyze.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mganalyze.shell.Shell;

/**
 * A block of code as documents publish commands: with prompts or without, several commands, their
 * output between them, comments before them. Where a block has prompts, lines without one are
 * output, unless they can only be commands.
 */
final class CommandBlock {
  private final List<MarkdownLine> lines;
  private final boolean isPrompted;
  private final List<Command> commands = new ArrayList<>();
  private boolean isInside;
  private int at;

  /**
   * A command in a block.
   *
   * @param comment the comment lines right before it, in one line; often empty
   * @param isInside whether it is typed into a shell on a node or in a container
   */
  record Command(int line, String text, String comment, boolean isInside) {}

  private CommandBlock(List<MarkdownLine> lines) {
    this.lines = lines;
    this.isPrompted = lines.stream().anyMatch(line -> Prompt.length(line.words()) > 0);
  }

  /**
   * The commands of a block.
   *
   * @param info what stands behind the opening fence
   */
  static List<Command> commands(String info, List<MarkdownLine> lines) {
    CommandBlock block = new CommandBlock(lines);
    if (!isForCommands(info) && !block.isPrompted) {
      return List.of();
    }
    block.read();
    return block.commands;
  }

  /** {@code bash title="x"} and {@code {.bash}} are bash. */
  static String language(String info) {
    String word = info.strip();
    int end = 0;
    while (end < word.length() && "{. ".indexOf(word.charAt(end)) >= 0) {
      end++;
    }
    int start = end;
    while (end < word.length()
        && (Character.isLetterOrDigit(word.charAt(end)) || word.charAt(end) == '-')) {
      end++;
    }
    return word.substring(start, end).toLowerCase(Locale.ROOT);
  }

  static boolean isForCommands(String info) {
    return switch (language(info)) {
      case "",
          "console",
          "terminal",
          "bash",
          "shell",
          "sh",
          "zsh",
          "ksh",
          "shell-session",
          "shellsession",
          "shell-script",
          "shellscript",
          "session",
          "cmd",
          "cli",
          "command",
          "code" ->
          true;
      default -> false;
    };
  }

  private void read() {
    StringBuilder comment = new StringBuilder();
    boolean followsCommand = true;
    boolean hasSeenPrompt = false;
    while (at < lines.size()) {
      String text = lines.get(at).words();
      int prompt = Prompt.length(text);
      String stripped = text.strip();
      hasSeenPrompt |= prompt > 0;
      if (prompt > 0 || isCommand(stripped, followsCommand, hasSeenPrompt)) {
        add(prompt, comment.toString());
        comment.setLength(0);
        followsCommand = true;
        continue;
      }
      at++;
      if (stripped.startsWith("#")) {
        String words = stripped.replaceFirst("^#+", "").replaceFirst(":$", "").strip();
        comment.append(comment.length() == 0 ? "" : " ").append(words);
      } else if (!stripped.isEmpty()) {
        comment.setLength(0);
        followsCommand = false;
      }
    }
  }

  private static boolean isCommand(String text, boolean followsCommand, boolean hasSeenPrompt) {
    if (CommandWords.isCertain(text)) {
      boolean isOc = text.startsWith("oc ") || text.startsWith("kubectl ");
      return !hasSeenPrompt || followsCommand || isOc;
    }
    return !hasSeenPrompt && followsCommand && CommandWords.isLikely(text);
  }

  private void add(int prompt, String comment) {
    MarkdownLine first = lines.get(at);
    isInside |= Prompt.isInside(first.words()) && prompt > 0;
    StringBuilder command = new StringBuilder(first.words().substring(prompt).strip());
    int next = at + 1;
    boolean hasDocument = command.indexOf("<<") >= 0;
    boolean isOpen = Shell.isOpen(command);
    while (next < lines.size()
        && (isOpen || isPiped(next))
        && (hasDocument || Prompt.length(lines.get(next).words()) == 0)) {
      command.append('\n').append(continued(lines.get(next).words()));
      next++;
      isOpen = Shell.isOpen(command);
    }
    if (isOpen) {
      next = withoutOutput(command);
    }
    at = next;
    String text = command.toString().strip();
    boolean isHere = text.startsWith("oc ") || text.startsWith("kubectl ");
    commands.add(new Command(first.number(), text, comment, isInside && !isHere));
    isInside = (isInside || entersShell(text)) && !text.equals("exit");
  }

  /** A quote that is never closed must not swallow the output: only joined lines are kept. */
  private int withoutOutput(StringBuilder command) {
    String[] all = command.toString().split("\n", -1);
    int kept = 1;
    while (kept < all.length && all[kept - 1].endsWith("\\")) {
      kept++;
    }
    command.setLength(0);
    command.append(String.join("\n", List.of(all).subList(0, kept)));
    return at + kept;
  }

  /** In a line that begins with a pipe goes on what stands before, though no shell reads it so. */
  private boolean isPiped(int index) {
    String text = lines.get(index).words().strip();
    return text.startsWith("| ")
        && !text.endsWith("|")
        && (CommandWords.isLikely(text.substring(2)) || CommandWords.isCertain(text.substring(2)));
  }

  private String continued(String line) {
    String text = line.stripTrailing();
    return isPrompted && text.startsWith("> ") ? text.substring(2) : text;
  }

  /** Whether what follows in the block is typed into another machine's shell. */
  private static boolean entersShell(String command) {
    String text = command + " ";
    if (text.startsWith("oc debug ") || text.startsWith("kubectl debug ")) {
      return !text.contains(" -- ") || endsInShell(text);
    }
    if (text.startsWith("oc exec ") || text.startsWith("kubectl exec ")) {
      return endsInShell(text);
    }
    return text.startsWith("oc rsh ")
        || text.startsWith("ssh ")
        || text.startsWith("chroot ")
        || text.startsWith("toolbox ")
        || text.startsWith("virtctl console ")
        || text.startsWith("virtctl ssh ")
        || text.startsWith("sudo -i ")
        || text.startsWith("sudo su ");
  }

  private static boolean endsInShell(String text) {
    String last = text.strip();
    last = last.substring(last.lastIndexOf(' ') + 1);
    return last.endsWith("bash")
        || last.equals("sh")
        || last.endsWith("/sh")
        || last.equals("chroot");
  }
}
