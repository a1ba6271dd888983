package mganalyze.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mganalyze.runbook.MarkdownSections.Line;
import mganalyze.runbook.MarkdownSections.Section;

/**
 * Reads the commands of a diagnosis section. Blocks are fenced as {@code console}, {@code
 * terminal}, {@code bash}, {@code shell}, {@code sh} or without a language; where a block has
 * prompts, lines without one are output, else every line that starts with a word of a command is
 * one.
 */
final class StepReader {
  private static final Set<String> COMMAND_LANGUAGES =
      Set.of(
          "", "console", "terminal", "bash", "shell", "sh", "zsh", "shell-session", "shellsession");
  private static final Set<String> STARTERS =
      Set.of(
          "oc",
          "kubectl",
          "virtctl",
          "export",
          "for",
          "while",
          "if",
          "until",
          "curl",
          "ssh",
          "sudo",
          "systemctl",
          "journalctl",
          "jq",
          "cat",
          "echo",
          "printf",
          "grep",
          "awk",
          "sed",
          "get",
          "virctl",
          "ceph",
          "rbd",
          "etcdctl",
          "crictl",
          "podman",
          "chroot",
          "nmcli",
          "ip",
          "date",
          "dmesg",
          "promtool",
          "top",
          "{",
          "(",
          "[",
          "unset",
          "watch",
          "ls",
          "ps",
          "df",
          "ping",
          "dig",
          "nslookup",
          "openssl",
          "helm",
          "docker",
          "rpm-ostree",
          "virsh",
          "logger",
          "base64",
          "tail",
          "head",
          "less",
          "column",
          "sort");

  private final List<Step> steps = new ArrayList<>();
  private final StringBuilder title = new StringBuilder();

  private StepReader() {}

  static List<Step> read(Section section) {
    StepReader reader = new StepReader();
    Fence fence = new Fence();
    List<Line> block = new ArrayList<>();
    for (Line line : section.lines()) {
      boolean wasOpen = fence.isOpen();
      fence.see(line.text());
      if (!fence.isInside()) {
        reader.seeText(line.text());
      } else if (wasOpen && fence.isOpen()) {
        block.add(new Line(line.number(), unindent(line.text(), fence.indent())));
      } else if (wasOpen) {
        reader.seeBlock(fence.language(), block);
        block.clear();
      }
    }
    if (fence.isOpen()) {
      reader.seeBlock(fence.language(), block);
    }
    return reader.steps;
  }

  private static String unindent(String text, int indent) {
    int blanks = 0;
    while (blanks < indent && blanks < text.length() && text.charAt(blanks) == ' ') {
      blanks++;
    }
    return text.substring(blanks);
  }

  private void seeText(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return;
    }
    boolean startsItem =
        stripped.startsWith("* ")
            || stripped.startsWith("- ")
            || isNumbered(stripped)
            || stripped.startsWith("#");
    if (startsItem || !continues) {
      title.setLength(0);
    }
    String words = startsItem ? stripped.substring(stripped.indexOf(' ') + 1).strip() : stripped;
    title.append(title.length() == 0 ? "" : " ").append(words);
    continues = true;
  }

  private boolean continues;

  private static boolean isNumbered(String text) {
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    return digits > 0
        && digits + 1 < text.length()
        && (text.charAt(digits) == '.' || text.charAt(digits) == ')')
        && text.charAt(digits + 1) == ' ';
  }

  private void seeBlock(String language, List<Line> block) {
    continues = false;
    int space = language.indexOf(' ');
    String word = (space < 0 ? language : language.substring(0, space)).toLowerCase(Locale.ROOT);
    boolean prompted = block.stream().anyMatch(line -> isPrompted(line.text()));
    if (!COMMAND_LANGUAGES.contains(word) && !(word.equals("text") && prompted)) {
      return;
    }
    int at = 0;
    while (at < block.size()) {
      Line line = block.get(at);
      if (prompted ? !isPrompted(line.text()) : !isCommand(line.text())) {
        at++;
        continue;
      }
      StringBuilder command =
          new StringBuilder(prompted ? line.text().strip().substring(2) : line.text());
      at++;
      while (at < block.size() && Continuation.isOpen(command)) {
        command.append('\n').append(block.get(at).text());
        at++;
      }
      String text = command.toString().strip();
      String words = title.toString().strip();
      steps.add(
          new Step(
              steps.size() + 1,
              words.endsWith(":") ? words.substring(0, words.length() - 1) : words,
              text,
              line.number()));
    }
  }

  private static boolean isPrompted(String line) {
    String text = line.strip();
    return text.startsWith("$ ") || (text.startsWith("# ") && isCommand(text.substring(2)));
  }

  private static boolean isCommand(String line) {
    String text = line.strip();
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    String word = text.substring(0, end);
    int equals = word.indexOf('=');
    boolean assignment =
        equals > 0
            && word.substring(0, equals)
                .chars()
                .allMatch(c -> c == '_' || Character.isLetterOrDigit(c))
            && !Character.isDigit(word.charAt(0));
    return assignment && !word.contains("://") || STARTERS.contains(word);
  }
}
