package dev.broadsheet.ingest.harvest;

import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.harvest.EnrichmentRows.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Notes about which papers a source was asked in one run, as the run goes on. For one thread. */
public final class EnrichmentMarks {
    private static final Duration AGAIN = Duration.ofDays(7);

    /** A paper at which the source breaks off each time must not hold up those behind it. */
    private static final Duration AFTER_TROUBLE = Duration.ofDays(1);

    private final Database database;
    private final String source;
    private final List<Wanted> wanted;
    private final Instant now;
    private int marked;

    public EnrichmentMarks(Database database, String source, List<Wanted> wanted, Instant now) {
        this.database = database;
        this.source = source;
        this.wanted = wanted;
        this.now = now;
    }

    /** @param names how many of the names were asked so far */
    public void asked(long names) {
        mark((int) Math.min(names, wanted.size()), AGAIN);
    }

    /** The source broke off at the next name. */
    public void brokenOff() {
        mark(Math.min(marked + 1, wanted.size()), AFTER_TROUBLE);
    }

    /** How many are marked. */
    public int count() {
        return marked;
    }

    private void mark(int until, Duration rest) {
        if (until > marked) {
            List<Wanted> some = wanted.subList(marked, until);
            database.write(transaction -> {
                some.forEach(one -> EnrichmentRows.mark(transaction, source, one.paper(), now.plus(rest)));
                return true;
            });
            marked = until;
        }
    }
}
