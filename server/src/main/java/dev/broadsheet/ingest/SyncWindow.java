package dev.broadsheet.ingest;

import java.time.LocalDate;

/**
 * The days of a run, all included.
 *
 * @param gapsFrom from when on gaps are closed, never after {@code from}
 * @param insistent whether what the source refused to give of late is asked for all the same
 */
record SyncWindow(LocalDate from, LocalDate until, LocalDate gapsFrom, boolean insistent) {}
