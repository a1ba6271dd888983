/**
 * The template languages of {@code oc get -o}: kubectl's JSONPath dialect, the common forms of Go
 * templates, and how both print values. Paths and templates are parsed when they are made and have
 * no state, so that they can be shared. Where kubectl's output order is random (the values of a
 * map), it is the order of the keys here. Nothing is known about must-gathers.
 */
package mganalyze.jsonpath;
