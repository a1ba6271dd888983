/**
 * A small awk: patterns, actions, fields, arrays and the usual functions, in gawk's reading where
 * awks differ. The parser makes immutable nodes that evaluate themselves on an {@link
 * mganalyze.shell.awk.AwkRun}. It starts no programs, reads no files and has no functions of the
 * user's own.
 */
package mganalyze.shell.awk;
