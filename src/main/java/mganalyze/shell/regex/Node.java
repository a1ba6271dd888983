package mganalyze.shell.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mganalyze.shell.UnsupportedCommandException;

/** A piece of a POSIX expression. */
sealed interface Node {
  /** Writes the piece in RE2's syntax. */
  void write(StringBuilder re2);

  /** Texts of which each match contains one; empty if nothing is known. */
  default Optional<List<String>> literals() {
    return Optional.empty();
  }

  /** Whether each match of it begins, or ends, with a character of a word. */
  default boolean touchesWord(boolean atStart) {
    return false;
  }

  /** Sizes are not counted beyond this. */
  long MOST = 1L << 40;

  /** About how many instructions it becomes. */
  default long size() {
    return 1;
  }

  /** One character. */
  record Character(int codePoint) implements Node {
    @Override
    public void write(StringBuilder re2) {
      Bracket.writeCharacter(codePoint, re2);
    }

    @Override
    public Optional<List<String>> literals() {
      return Optional.of(List.of(java.lang.Character.toString(codePoint)));
    }

    @Override
    public boolean touchesWord(boolean atStart) {
      return Bracket.isWord(codePoint);
    }
  }

  /** A set of characters, or {@code .}, in RE2's syntax. */
  record Set(String re2Class, boolean isWordOnly) implements Node {
    @Override
    public void write(StringBuilder re2) {
      re2.append(re2Class);
    }

    @Override
    public boolean touchesWord(boolean atStart) {
      return isWordOnly;
    }
  }

  /** {@code ^}, {@code $}, {@code \b}, {@code \B}. */
  record Anchor(String re2Anchor) implements Node {
    @Override
    public void write(StringBuilder re2) {
      re2.append(re2Anchor);
    }
  }

  /** {@code \<} or {@code \>}. RE2 has only {@code \b}, the same next to a word's character. */
  record WordEdge(boolean isStart) implements Node {
    @Override
    public void write(StringBuilder re2) {
      re2.append("\\b");
    }
  }

  /** A group that captures. */
  record Group(Node inner) implements Node {
    @Override
    public void write(StringBuilder re2) {
      re2.append('(');
      inner.write(re2);
      re2.append(')');
    }

    @Override
    public Optional<List<String>> literals() {
      return inner.literals();
    }

    @Override
    public boolean touchesWord(boolean atStart) {
      return inner.touchesWord(atStart);
    }

    @Override
    public long size() {
      return inner.size() + 2;
    }
  }

  /**
   * Repetition.
   *
   * @param max -1 for no limit
   */
  record Repeat(Node inner, int min, int max) implements Node {
    @Override
    public void write(StringBuilder re2) {
      re2.append("(?:");
      inner.write(re2);
      re2.append(')');
      if (min == 0 && max == -1) {
        re2.append('*');
      } else if (min == 1 && max == -1) {
        re2.append('+');
      } else if (min == 0 && max == 1) {
        re2.append('?');
      } else {
        re2.append('{').append(min).append(',').append(max == -1 ? "" : max).append('}');
      }
    }

    @Override
    public Optional<List<String>> literals() {
      return min > 0 ? inner.literals() : Optional.empty();
    }

    @Override
    public boolean touchesWord(boolean atStart) {
      return min > 0 && inner.touchesWord(atStart);
    }

    @Override
    public long size() {
      // Nested repetitions would overflow.
      return Math.min(inner.size() * Math.max(1, Math.max(min, max)) + 1, MOST);
    }
  }

  /** One after the other. */
  record Sequence(List<Node> items) implements Node {
    @Override
    public void write(StringBuilder re2) {
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof WordEdge edge) {
          checkEdge(edge, i);
        }
        items.get(i).write(re2);
      }
    }

    private void checkEdge(WordEdge edge, int i) {
      int neighbour = edge.isStart() ? i + 1 : i - 1;
      boolean isInside = neighbour >= 0 && neighbour < items.size();
      if (!isInside || !items.get(neighbour).touchesWord(edge.isStart())) {
        throw new UnsupportedCommandException(
            edge.isStart() ? "\\< before what may be no word" : "\\> behind what may be no word");
      }
    }

    @Override
    public Optional<List<String>> literals() {
      List<String> best = List.of();
      StringBuilder run = new StringBuilder();
      for (Node item : items) {
        if (item instanceof Character c) {
          run.appendCodePoint(c.codePoint());
          continue;
        }
        best = better(best, List.of(run.toString()));
        run.setLength(0);
        best = better(best, item.literals().orElse(List.of()));
      }
      best = better(best, List.of(run.toString()));
      return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private static List<String> better(List<String> one, List<String> other) {
      return worth(other) > worth(one) ? other : one;
    }

    private static int worth(List<String> literals) {
      int shortest = literals.stream().mapToInt(String::length).min().orElse(0);
      return shortest == 0 ? 0 : shortest * 4 - literals.size();
    }

    @Override
    public boolean touchesWord(boolean atStart) {
      int i = atStart ? 0 : items.size() - 1;
      return !items.isEmpty() && items.get(i).touchesWord(atStart);
    }

    @Override
    public long size() {
      return items.stream().mapToLong(Node::size).sum();
    }
  }

  /** Either. */
  record Choice(List<Node> items) implements Node {
    @Override
    public void write(StringBuilder re2) {
      re2.append("(?:");
      for (int i = 0; i < items.size(); i++) {
        re2.append(i == 0 ? "" : "|");
        items.get(i).write(re2);
      }
      re2.append(')');
    }

    @Override
    public Optional<List<String>> literals() {
      List<String> all = new ArrayList<>();
      for (Node item : items) {
        Optional<List<String>> literals = item.literals();
        if (literals.isEmpty()) {
          return Optional.empty();
        }
        all.addAll(literals.get());
      }
      return Optional.of(all);
    }

    @Override
    public boolean touchesWord(boolean atStart) {
      return items.stream().allMatch(item -> item.touchesWord(atStart));
    }

    @Override
    public long size() {
      return items.stream().mapToLong(Node::size).sum() + items.size();
    }
  }
}
