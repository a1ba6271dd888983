/**
 * {@code describe}: an object in words, with what surrounds it. The layout and the words are
 * kubectl's; types without a describer of their own are printed field by field, and so are
 * OpenShift's own types, for some of which {@code oc} has other words. Events and other neighbours
 * that the archive lacks are called missing, not none.
 */
package mganalyze.oc.describe;
