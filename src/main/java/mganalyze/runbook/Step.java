package mganalyze.runbook;

/**
 * A command of the diagnosis section.
 *
 * @param number from 1, over the whole section
 * @param title the text before the command, in one line; empty if there is none
 * @param command as the runbook writes it, without the prompt
 * @param line line of the command in the file
 */
public record Step(int number, String title, String command, int line) {}
