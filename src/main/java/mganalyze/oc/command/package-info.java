/**
 * Words of a command line: flags as kubectl's flag library reads them, resource types and names,
 * and the errors that it prints.
 */
package mganalyze.oc.command;
