/**
 * {@code describe}: an object in words, with what surrounds it. The layout and the words are
 * kubectl's; types without a describer of their own are printed field by field.
 */
package mganalyze.oc.describe;
