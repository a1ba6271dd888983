/**
 * A small sed, in GNU's reading: all its commands but those that touch files or run programs. The
 * parser makes a flat list of commands, in which blocks and labels are positions to jump to.
 */
package mganalyze.shell.sed;
