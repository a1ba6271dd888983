/** Arguments, wiring and exit statuses; no logic of its own. */
package mganalyze.cli;
