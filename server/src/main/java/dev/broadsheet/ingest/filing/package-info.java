/**
 * Where a record belongs: which papers are alike, what they say together, and how the catalogue is
 * made to agree. It works within one transaction and knows neither sources nor runs.
 */
@NullMarked
package dev.broadsheet.ingest.filing;

import org.jspecify.annotations.NullMarked;
