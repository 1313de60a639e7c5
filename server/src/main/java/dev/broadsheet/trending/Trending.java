package dev.broadsheet.trending;

import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.daily.DailyList.Entry;
import dev.broadsheet.daily.Submission;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.room.Room;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The room of what has been rising: keeps the order of all papers in memory and follows the catalogue's changes, so that
 * a vote costs the reading of one paper's numbers. Nothing of it is stored, so that a new setting, a restart or a crash
 * needs no care. Thread-safe.
 */
public final class Trending implements Room {
    private static final Logger LOG = LoggerFactory.getLogger(Trending.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final TrendingSources sources;
    private final TrendingFormula formula;
    private final Clock clock;
    private final Evidence evidence;

    /** Fair, so that a reader waits for one step of the follower at most. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread follower;

    /** Null before the first time; used by whoever has the turn. */
    private @Nullable Following following;

    /** Used by whoever has the turn. */
    private @Nullable Shown shown;

    /** @param clock tells which day is today, in the edition's time zone */
    public Trending(TrendingSources sources, TrendingSettings settings, Clock clock) {
        this.sources = sources;
        this.formula = new TrendingFormula(settings);
        this.clock = clock;
        this.evidence = new Evidence(sources, Duration.ofDays(settings.newAccountDays()), clock.getZone());
    }

    /** The parameters of the formula. */
    public TrendingSettings settings() {
        return formula.settings();
    }

    /**
     * The order at this moment in an edition: of all papers in the default one, without those that its curators took
     * off; of those on its lists by submission in another. While an import changes many papers, it may not have followed
     * the last of them.
     */
    public TrendingList list(DailyEdition edition) {
        Set<Long> papers = edition.isDefault()
                ? sources.submissions().takenOff(edition)
                : sources.submissions().listed(edition);
        turn.lock();
        try {
            Following now = following;
            if (now == null) {
                now = fresh();
                following = now;
            }
            now.step();
            Shown last = shown;
            if (last != null && last.isOf(now, edition, papers)) {
                return last.list();
            }
            List<Ranked> best = now.best(edition.isDefault() ? paper -> !papers.contains(paper) : papers::contains);
            TrendingList list = new TrendingList(best, settings().perSubmitter());
            shown = new Shown(now, now.steps(), edition.number(), papers, list);
            return list;
        } finally {
            turn.unlock();
        }
    }

    /** The list that was asked for last, and what it was made of. */
    private record Shown(Following following, long steps, long edition, Set<Long> papers, TrendingList list) {
        boolean isOf(Following now, DailyEdition asked, Set<Long> wanted) {
            return following == now && steps == now.steps() && edition == asked.number() && papers.equals(wanted);
        }
    }

    /**
     * Papers of an edition's list with what a list shows of them; those that are gone are left out.
     *
     * @param papers their numbers, in the list's order
     */
    public List<Entry> entries(DailyEdition edition, TrendingList list, List<Long> papers) {
        Map<Long, Appearance> lists = edition.isDefault() ? sources.catalogue().bestAppearances(papers) : Map.of();
        Map<Long, List<Submission>> submissions = sources.submissions().of(papers);
        List<Entry> entries = new ArrayList<>(papers.size());
        for (Paper paper : sources.catalogue().papers(papers)) {
            long number = paper.number();
            Appearance appearance = lists.get(number);
            Submission submission = submissions.getOrDefault(number, List.of()).stream()
                    .filter(one -> one.edition() == edition.number() && one.isShown())
                    .findFirst()
                    .orElse(null);
            LocalDate day = appearance != null
                    ? appearance.day()
                    : submission != null ? submission.day() : LocalDate.ofInstant(paper.addedAt(), clock.getZone());
            Integer place = list.place(number);
            if (place != null) {
                entries.add(new Entry(place, paper, day, appearance, submission, false));
            }
        }
        return entries;
    }

    /** Why a paper stands where it stands, from what is known of it at this very moment; empty if it is gone. */
    public Optional<TrendingParts> parts(long paper) {
        return Optional.ofNullable(evidence.of(List.of(paper)).get(paper))
                .map(numbers -> formula.parts(numbers, today()));
    }

    /** Follows the catalogue until this is closed. */
    @Override
    public void start() {
        follower = Thread.ofPlatform().name("trending").daemon().start(this::follow);
    }

    @Override
    public void close() {
        closed.countDown();
        Thread running = follower;
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void follow() {
        boolean more = true;
        while (!isClosedWithin(more ? 0 : PAUSE_MILLIS)) {
            try {
                more = step();
            } catch (RuntimeException e) {
                // The outermost loop of a thread: whatever went wrong is told, and tried again.
                LOG.warn("What is trending could not be brought up to date; it is tried again", e);
                more = false;
            }
        }
    }

    private boolean isClosedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** @return whether there may be more to do at once */
    private boolean step() {
        turn.lock();
        try {
            Following now = following;
            if (now != null && now.day().equals(today())) {
                return now.step();
            }
        } finally {
            turn.unlock();
        }
        // Each day anew, for what was dated later may be of today by now. Readers are shown the old order meanwhile.
        Following fresh = fresh();
        turn.lock();
        try {
            following = fresh;
            return true;
        } finally {
            turn.unlock();
        }
    }

    private Following fresh() {
        return new Following(sources.catalogue(), evidence, formula, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
