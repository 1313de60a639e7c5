/**
 * OpenAlex's catalogue of works (https://developers.openalex.org), day by day of publication. It must
 * not know of other sources.
 */
@NullMarked
package dev.broadsheet.source.openalex;

import org.jspecify.annotations.NullMarked;
