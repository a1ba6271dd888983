/**
 * Runbooks: Markdown with front matter, readable on any Git host and executable offline. A file is
 * checked whole before it fails, so that its author sees all mistakes at once. A file without
 * checks, such as another team's runbook, still has its steps.
 */
package mganalyze.runbook;
