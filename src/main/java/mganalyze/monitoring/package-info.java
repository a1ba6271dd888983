/**
 * What Prometheus knew when the archive was gathered: alert rules with their states, scrape
 * targets, and samples where they were gathered. A dump that cannot be read whole proves nothing:
 * its alerts are unknown.
 */
package mganalyze.monitoring;
