package dev.broadsheet.ingest;

/** Hears how a run goes, on the thread that runs it. */
@FunctionalInterface
public interface SyncListener {
    /** @param title what is being read, for a person */
    void progress(String title, IngestProgress progress);
}
