/**
 * Writes a {@link mganalyze.diagnosis.Report} in every format that people and scripts ask for. Each
 * writer is a function of that one value and of nothing else, no clock, no archive, no locale, so
 * that a report saved as JSON gives the same bytes of any other format later. All text of a report
 * comes from an untrusted archive: it reaches an output as text only, made visible first, never as
 * markup, address or terminal code. Nothing is judged here.
 */
package mganalyze.report;
