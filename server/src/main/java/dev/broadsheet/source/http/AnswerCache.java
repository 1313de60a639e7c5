package dev.broadsheet.source.http;

import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers asked for last, as far as their servers can tell whether they still hold. Bounded in
 * memory. Thread-safe.
 */
final class AnswerCache {
    /** A larger one takes the room of too many small ones, and is asked for seldom. */
    static final int LARGEST = 4 << 20;

    private static final int ROOM = 64 << 20;

    /** What an entry takes beside its body, roughly: no flood of empty ones either. */
    private static final int OVERHEAD = 1 << 10;

    private final Map<URI, Kept> answers = new LinkedHashMap<>(16, 0.75f, true);
    private final int room;
    private long taken;

    /**
     * An answer and what its server wants to hear about it.
     *
     * @param entityTag empty if there is none
     * @param lastModified empty if there is none that can be relied on
     */
    record Kept(Answer answer, String entityTag, String lastModified) {
        private int size() {
            return answer.body().length + OVERHEAD;
        }
    }

    AnswerCache() {
        this(ROOM);
    }

    AnswerCache(int room) {
        this.room = room;
    }

    synchronized @Nullable Kept get(URI address) {
        return answers.get(address);
    }

    synchronized void keep(URI address, Kept kept) {
        forget(address);
        if (kept.answer().body().length > LARGEST
                || (kept.entityTag().isEmpty() && kept.lastModified().isEmpty())) {
            return;
        }
        answers.put(address, kept);
        taken += kept.size();
        Iterator<Kept> eldest = answers.values().iterator();
        while (taken > room) {
            taken -= eldest.next().size();
            eldest.remove();
        }
    }

    private void forget(URI address) {
        Kept old = answers.remove(address);
        if (old != null) {
            taken -= old.size();
        }
    }
}
