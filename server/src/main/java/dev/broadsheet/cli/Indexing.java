package dev.broadsheet.cli;

import dev.broadsheet.search.SearchRoom;
import dev.broadsheet.search.SearchState;
import java.time.Duration;
import java.util.Locale;

/** What commands that bring papers do at their end: wait until the papers are found. */
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

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
