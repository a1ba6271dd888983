/**
 * Runs runbooks against a gather: evaluates checks and steps, asks the two witnesses (the alert's
 * own state, the checks) and decides the verdict in one table. What it says is a {@link
 * mganalyze.diagnosis.Report}; how that looks is decided elsewhere.
 */
package mganalyze.diagnosis;
