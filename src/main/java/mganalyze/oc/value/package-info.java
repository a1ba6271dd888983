/**
 * How Kubernetes and Go write values: ages, times, quantities, {@code %v}, aligned text. Nothing
 * here knows of resource types.
 */
package mganalyze.oc.value;
