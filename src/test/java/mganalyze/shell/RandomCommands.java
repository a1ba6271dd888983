package mganalyze.shell;

import java.util.List;
import java.util.Random;

/** Makes up command lines of filters and grammar that have the same meaning everywhere. */
final class RandomCommands {
  private final Random random;

  RandomCommands(long seed) {
    this.random = new Random(seed);
  }

  String input() {
    StringBuilder text = new StringBuilder();
    int lines = random.nextInt(8);
    for (int i = 0; i < lines; i++) {
      int words = random.nextInt(5);
      for (int w = 0; w < words; w++) {
        text.append(pick("a", "b", "ab", "aab", "1", "10", "-2", "2.5", "a,b", "x:y", "e", ""));
        text.append(pick(" ", " ", "  ", "\t", ",", ""));
      }
      text.append(i < lines - 1 || random.nextInt(4) > 0 ? "\n" : "");
    }
    return text.toString();
  }

  String script() {
    return list(2);
  }

  private String list(int depth) {
    StringBuilder text = new StringBuilder(command(depth));
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append(pick("; ", " && ", " || ", "\n")).append(command(depth));
    }
    return text.toString();
  }

  private String command(int depth) {
    if (depth == 0) {
      return pipeline();
    }
    return switch (random.nextInt(12)) {
      case 0 -> "if " + condition() + "; then " + list(depth - 1) + "; else " + pipeline() + "; fi";
      case 1 -> "for i in " + word() + " " + word() + "; do " + list(depth - 1) + "; done";
      case 2 -> "{ " + list(depth - 1) + "; }";
      case 3 -> "( " + list(depth - 1) + ")";
      case 4 -> "x=" + word() + "; echo \"[$x]\" $x ${x" + change() + "}";
      case 5 -> "while read -r p q; do echo \"$q|$p\"; done";
      case 6 -> "case " + word() + " in a*|" + word() + ") echo c1;; *) echo c2;; esac";
      case 7 -> "! " + pipeline();
      default -> pipeline();
    };
  }

  private String condition() {
    return pick(
        "[ \"$x\" = " + pick("a", "''", "\"$i\"") + " ]",
        "[ -z \"$i\" ]",
        "[[ " + word() + " == a* ]]",
        "test " + random.nextInt(3) + " -lt " + random.nextInt(3),
        pipeline());
  }

  private String word() {
    return pick(
        "a",
        "'a b'",
        "\"$x\"",
        "\"a$x\"",
        "b\\ c",
        "$(echo a b)",
        "`echo c`",
        "\"$(echo 'd  e')\"",
        "${y:-z}",
        "a{b,c}",
        "$((1+" + random.nextInt(5) + "*2))",
        "''",
        "x\"y\"'z'");
  }

  private String change() {
    return pick("%b*", "%%a*", "#a", "##*a", ":-d", ":+e", "/a/b", "//a/b", ":1", ":0:2");
  }

  private String pipeline() {
    StringBuilder text =
        new StringBuilder(pick("cat", "cat", filter(), "echo " + word() + " " + word()));
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(" | ").append(filter());
    }
    return text.toString();
  }

  private String filter() {
    return switch (random.nextInt(13)) {
      case 0, 1 ->
          "grep"
              + flags("i", "v", "c", "n", "o", "w", "x", "A1", "B1", "m1")
              + " -e '"
              + basic()
              + "'";
      case 2 -> "grep -E" + flags("i", "v", "c", "n", "o", "w", "x") + " -e '" + extended() + "'";
      case 3 -> "sed '" + pick("", "1", "$", "2,3", "/a/", "/a/,/b/", "2!") + sed() + "'";
      case 4 -> "sed -E 's/" + extended() + "/<&>/" + pick("", "g", "2", "gi") + "'";
      case 5 -> "sort" + flags("n", "r", "u", "f", "b", "s", "k2", "k2,2", "k1.2n", "t,");
      case 6 -> "uniq" + pick("", " -c", " -d", " -u", " -i", " -f1");
      case 7 -> "cut " + pick("-d' '", "-d,", "-s -d:") + " -f" + pick("1", "2", "1,3", "2-", "-2");
      case 8 ->
          "tr " + pick("a-c A-C", "-d a", "-s ' '", "' ' '\\n'", "-cd 'a-z\\n'", "[:alpha:] x");
      case 9 -> pick("head -n", "tail -n", "head -n -", "tail -n +") + (1 + random.nextInt(3));
      case 10 -> "awk " + pick("", "-F, ") + "'" + awk() + "'";
      case 11 -> pick("wc -l", "wc -w", "wc -c", "tac", "nl", "paste -sd,", "cat -n", "base64");
      default -> "xargs" + pick("", " -n1", " -n2") + " echo x";
    };
  }

  private String sed() {
    return pick(
        "d",
        "p",
        "s/" + basic() + "/X/",
        "s/" + basic() + "/[&]/g",
        "y/abc/xyz/",
        "=",
        "q",
        "N",
        "s/\\(a\\)\\(b*\\)/\\2\\1/",
        "G",
        "{p;d}");
  }

  private String awk() {
    return pick(
        "{print $1}",
        "{print $2, NF}",
        "NR>1",
        "/" + extended() + "/",
        "$1>$2",
        "$1==\"a\"{print NR}",
        "{s+=$1} END{print s+0}",
        "{n[$1]++} END{for(k in n) t+=n[k]; print t+0}",
        "!s[$1]++",
        "{gsub(/" + extended() + "/,\"<&>\"); print}",
        "{$2=\"Z\"; print; print NF}",
        "{printf \"%s-%d|%5.1f\\n\", $1, $2, $3}",
        "{print substr($0,2,3)}",
        "{print tolower($0)}",
        "NR==2,NR==3",
        "{for(i=NF;i>0;i--) printf \"%s \", $i; print \"\"}",
        "{print ($1<$2), ($1+$2), $1$2}",
        "END{print NR, $0}",
        "{print index($0,\"b\"), split($0,p,\"a\")}");
  }

  private String basic() {
    return pick(
        "a",
        "b*",
        "^a",
        "b$",
        "a\\|b",
        "[ab]",
        "[^a ]",
        "a.",
        "\\(ab\\)*",
        "a\\{1,2\\}",
        "a\\+b\\?",
        "[[:digit:]]",
        "\\<a",
        "b\\>",
        "^ *",
        "x*",
        "a*b*");
  }

  private String extended() {
    return pick(
        "a|b",
        "a+",
        "(ab)+",
        "[0-9]+",
        "a?b",
        "^(a|b)",
        "b|$",
        "aa",
        "a*|b",
        "[[:space:]]+",
        "(a|ab)(b|c)");
  }

  private String flags(String... choices) {
    StringBuilder flags = new StringBuilder();
    for (String choice : choices) {
      if (random.nextInt(5) == 0) {
        flags.append(" -").append(choice);
      }
    }
    // Real grep prints an empty line for -o -x where an empty line matches.
    return flags.indexOf("-o") >= 0 ? flags.toString().replace(" -x", "") : flags.toString();
  }

  private String pick(String... choices) {
    return List.of(choices).get(random.nextInt(choices.length));
  }

  /** Any characters, most of them special. */
  String garbage() {
    String characters = "ab 1$(){}[]'\"`\\|&;<>*?!#~=+-%:/\n\t.,@^é\uD83D\uDE00\0";
    List<String> words =
        List.of(
            "if ",
            "then ",
            "fi ",
            "for ",
            "in ",
            "do ",
            "done ",
            "while ",
            "case ",
            "esac ",
            "grep ",
            "awk ",
            "sed ",
            "jq ",
            "[[ ",
            " ]]",
            "${x",
            "$((",
            "))",
            "<<EOF\n",
            "EOF\n",
            "echo ",
            "printf ",
            "sort ",
            "2>&1",
            "/dev/null",
            "$(",
            "x=",
            "cut -f",
            "tr ",
            "-n");
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(25); i >= 0; i--) {
      boolean isWord = random.nextInt(3) == 0;
      int at = random.nextInt(characters.length());
      text.append(
          isWord ? words.get(random.nextInt(words.size())) : characters.substring(at, at + 1));
    }
    return text.toString();
  }
}
