/**
 * The columns that the API server gives each resource type, and their cells. Which columns there
 * are follows the cluster's Kubernetes version; types that a CustomResourceDefinition defines have
 * the columns it names. Layout is not done here.
 */
package mganalyze.oc.table;
