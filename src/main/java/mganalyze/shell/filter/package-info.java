/** The text filters, one class each. They read bytes, print bytes, and name each flag they lack. */
package mganalyze.shell.filter;
