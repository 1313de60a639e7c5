package dev.broadsheet.ingest;

/** What became of a record. */
enum Filed {
    ADDED,
    CHANGED,
    UNCHANGED
}
