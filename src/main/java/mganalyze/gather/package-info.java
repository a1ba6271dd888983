/**
 * The cluster as it was gathered: resources, logs, times, producers, and coverage. Entries are
 * filed by their path while the archive streams by; nothing is parsed until somebody asks, and then
 * only what the answer needs. "Gathered, there are none" and "not gathered" are different answers
 * here.
 */
package mganalyze.gather;
