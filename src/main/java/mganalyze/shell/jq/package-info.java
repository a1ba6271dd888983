/**
 * jq, on jackson-jq: the command's arguments, its input and output, and the functions that the
 * library lacks. It reads no files, no environment and no clock.
 */
package mganalyze.shell.jq;
