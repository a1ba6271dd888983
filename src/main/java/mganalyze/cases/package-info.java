/**
 * Tries runbooks on cases: a gather that is kept as a folder, a few changes to it, and the verdict
 * that is expected. The changed gather is packed and read like any archive, so that a case shows
 * what users would see. Nothing of a case is written to disk.
 */
package mganalyze.cases;
