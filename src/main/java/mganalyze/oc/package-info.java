/**
 * {@code oc} and {@code kubectl} against an archive: what they print, and where, is what they print
 * with a live cluster, ages counted to the time of the gather. What the archive lacks is said and
 * never shown as "none". What would change a cluster is refused.
 */
package mganalyze.oc;
