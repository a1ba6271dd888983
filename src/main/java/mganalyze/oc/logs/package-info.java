/**
 * {@code logs}: which container of which pod, and which of its lines. The archive's log files carry
 * the times that a live cluster adds only on demand; they are taken off here.
 */
package mganalyze.oc.logs;
