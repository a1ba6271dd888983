/**
 * The vocabulary that all rooms share: verdicts, severities, findings with their evidence, and the
 * problems met while reading. Plain values without behaviour beyond their own order and spelling;
 * this package imports nothing of the project.
 */
package mganalyze.finding;
