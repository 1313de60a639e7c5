package dev.broadsheet.ingest;

/** Hears how an import goes, after each transaction, on the thread that runs it. */
@FunctionalInterface
public interface ProgressListener {
    void progress(IngestProgress progress);
}
