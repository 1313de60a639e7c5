package dev.broadsheet.benchmarks.peers;

import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.program.Program;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Ranking;
import dev.broadsheet.search.SearchRoom;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Broadsheet's own search in this process: its answers are whole papers with the places that match. */
final class BroadsheetPeer implements Peer {
    private final Program program;
    private final SearchRoom room;

    private BroadsheetPeer(Path data) {
        this.program = Program.open(data);
        this.room = program.indexing();
    }

    /** Builds the folder's index anew, so that it holds nothing that has been replaced. */
    static void prepare(Path data) {
        try (BroadsheetPeer peer = open(data)) {
            peer.room.rebuild(applied -> {});
        }
    }

    static BroadsheetPeer open(Path data) {
        BroadsheetPeer peer = new BroadsheetPeer(data);
        peer.room.catchUp();
        return peer;
    }

    @Override
    public Set<Way> ways() {
        return Set.of(Way.WORDS, Way.FULL);
    }

    @Override
    public List<String> search(Way way, String query, int limit) {
        Ranking ranking = way == Way.WORDS ? Ranking.WORDS : Ranking.FULL;
        return room.search(new SearchRequest(query, limit, Filters.NONE, ranking)).hits().stream()
                .map(hit -> Long.toString(hit.paper().number()))
                .toList();
    }

    @Override
    public List<ProcessHandle> servers() {
        return List.of();
    }

    @Override
    public Disk disk() {
        return diskOf(program.folder().path());
    }

    static Disk diskOf(Path data) {
        DataFolder folder = DataFolder.open(data);
        long index = DataFolder.sizeOf(folder.index());
        return new Disk(index, index + DataFolder.sizeOf(folder.catalogue()));
    }

    @Override
    public void close() {
        program.close();
    }
}
