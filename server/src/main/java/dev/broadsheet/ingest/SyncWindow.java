package dev.broadsheet.ingest;

import java.time.LocalDate;

/**
 * The days of a run, all included.
 *
 * @param gapsFrom from when on gaps are closed, never after {@code from}
 */
record SyncWindow(LocalDate from, LocalDate until, LocalDate gapsFrom) {}
