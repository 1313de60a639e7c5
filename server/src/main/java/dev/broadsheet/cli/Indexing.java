package dev.broadsheet.cli;

import dev.broadsheet.search.SearchRoom;
import dev.broadsheet.search.SearchState;
import java.time.Duration;
import java.util.Locale;

/** Waiting for the index: commands that bring papers do it at their end, those that search at their beginning. */
final class Indexing {
    private static final Duration LOOK = Duration.ofMillis(300);

    private Indexing() {}

    /** The index has followed all the while; this waits for the rest. A server on the folder does it there. */
    static void finish(SearchRoom search, Interruption interruption, ProgressLine progress) {
        search.catchUp(
                LOOK,
                interruption::isTold,
                state -> progress.show(state.indexedRevision(), state.latestRevision(), "making papers findable"));
        if (!interruption.isTold()) {
            SearchState state = search.state();
            progress.finish(count(state.indexed()) + (state.indexed() == 1 ? " paper is" : " papers are")
                    + " found by words, " + count(state.embedded())
                    + " by meaning too"
                    + (state.waiting() > 0 ? "; a running server (broadsheet serve) does the others." : "."));
        }
    }

    /** What commands that search do first. Shows how far the index is while it takes long. */
    static void catchUp(SearchRoom search) {
        ProgressLine progress = ProgressLine.onStandardError();
        search.catchUp(
                LOOK,
                () -> false,
                state -> progress.show(
                        state.indexedRevision(), state.latestRevision(), "bringing the index up to date"));
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
