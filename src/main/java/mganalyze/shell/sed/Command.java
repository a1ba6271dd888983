package mganalyze.shell.sed;

import java.util.Map;

/**
 * One command of a script.
 *
 * @param letter its name; <code>}</code> and {@code :} do nothing
 * @param text of {@code a}, {@code i}, {@code c}; the label of {@code b}, {@code t}, {@code T},
 *     {@code :}
 * @param number the exit status of {@code q}
 * @param target where a jump goes; for <code>{</code> behind its block
 */
record Command(
    Selector selector,
    char letter,
    String text,
    int number,
    int target,
    Substitution substitution,
    Map<Integer, Integer> translation) {
  Command withTarget(int position) {
    return new Command(selector, letter, text, number, position, substitution, translation);
  }
}
