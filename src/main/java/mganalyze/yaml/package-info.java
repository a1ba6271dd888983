/**
 * Reads and writes the YAML and JSON of Kubernetes tools. Reading YAML is the dearest thing that
 * this program does, so the block style that those tools write is parsed here, straight from bytes;
 * whatever is unusual in it (anchors, tags, directives, tabs) is left to SnakeYAML's event parser,
 * with limits. Lists are cut into their items without being parsed, so that an item is parsed only
 * when it is asked for and a broken one does not lose the others. Nothing is known here about
 * must-gathers.
 */
package mganalyze.yaml;
