/**
 * What sources announced and counted, and which of it is here: the rows, and the questions asked of
 * them. It knows neither how a run goes nor what its verdict means to readers.
 */
@NullMarked
package dev.broadsheet.ingest.ledger;

import org.jspecify.annotations.NullMarked;
