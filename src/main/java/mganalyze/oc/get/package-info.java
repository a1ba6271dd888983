/** {@code get}: which objects, in which order, in which of kubectl's output formats. */
package mganalyze.oc.get;
