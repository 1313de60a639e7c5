/**
 * Reading ahead of the one that writes: chunks of prepared records, the plan of a run, the papers a
 * register is asked about, and the file of what could not be read. It knows nothing of how a run is
 * told.
 */
@NullMarked
package dev.broadsheet.ingest.harvest;

import org.jspecify.annotations.NullMarked;
