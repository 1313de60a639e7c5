package dev.broadsheet.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Path;

/** The peers, in the order of the tables. */
enum PeerKind {
    LUCENE("bare Lucene 10.6 searcher"),
    BROADSHEET("Broadsheet, in process"),
    SERVED("Broadsheet, over HTTP"),
    OPENSEARCH("OpenSearch 3.5 with k-NN, over HTTP"),
    POSTGRESQL("PostgreSQL 18.6, GIN index");

    private final String label;

    PeerKind(String label) {
        this.label = label;
    }

    /**
     * Gives it all papers and merges what it has made of them.
     *
     * @param folder where it keeps them; Broadsheet does so in the data folder itself
     */
    void prepare(Path data, Path folder) throws IOException, InterruptedException {
        switch (this) {
            case LUCENE -> LucenePeer.prepare(data, folder);
            case BROADSHEET -> BroadsheetPeer.prepare(data);
            case SERVED -> {
                // It serves what the one before it has prepared.
            }
            case OPENSEARCH -> OpenSearchPeer.prepare(data, folder);
            case POSTGRESQL -> PostgresqlPeer.prepare(data, folder);
        }
    }

    Peer open(Path data, Path folder) throws IOException, InterruptedException {
        return switch (this) {
            case LUCENE -> LucenePeer.open(folder);
            case BROADSHEET -> BroadsheetPeer.open(data);
            case SERVED -> ServedPeer.open(data);
            case OPENSEARCH -> OpenSearchPeer.open(folder);
            case POSTGRESQL -> PostgresqlPeer.open(folder);
        };
    }

    @Override
    public String toString() {
        return label;
    }
}
