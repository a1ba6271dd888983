/**
 * A small POSIX shell for command lines as runbooks write them: words, variables, pipes, loops and
 * the text filters. It never touches the machine: no process, no file, no environment, no clock;
 * "now" is the time of the gather. Programs above it ({@code oc}) join as {@link
 * mganalyze.shell.Program}. What it does not know it names and refuses ({@link
 * mganalyze.shell.UnsupportedCommandException}); it never guesses. Stages of a pipeline run one
 * after the other and hand over their whole output, bounded by {@link mganalyze.shell.ShellLimits}.
 */
package mganalyze.shell;
