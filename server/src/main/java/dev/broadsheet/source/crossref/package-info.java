/**
 * Crossref's register of DOIs (https://api.crossref.org): what its members register day by day, and
 * what is known of single DOIs. It must not know of other sources.
 */
@NullMarked
package dev.broadsheet.source.crossref;

import org.jspecify.annotations.NullMarked;
