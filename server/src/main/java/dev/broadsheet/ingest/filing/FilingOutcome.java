package dev.broadsheet.ingest.filing;

/** What became of a record. */
public enum FilingOutcome {
    ADDED,
    CHANGED,
    UNCHANGED
}
