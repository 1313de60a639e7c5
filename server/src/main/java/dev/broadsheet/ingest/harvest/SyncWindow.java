package dev.broadsheet.ingest.harvest;

import java.time.LocalDate;

/**
 * The days of a run, all included.
 *
 * @param gapsFrom from when on gaps are closed, never after {@code from}
 * @param insistent whether what the source refused to give of late is asked for all the same
 */
public record SyncWindow(LocalDate from, LocalDate until, LocalDate gapsFrom, boolean insistent) {}
