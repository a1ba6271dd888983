/**
 * Regular expressions as grep, sed and awk write them, on top of RE2/J, whose time is linear in the
 * text: logs are hostile. A POSIX expression is parsed into nodes and written again in RE2's
 * syntax, with leftmost-longest matches. Back-references inside an expression are refused.
 */
package mganalyze.shell.regex;
