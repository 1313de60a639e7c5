package dev.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.source.Source.Counted;
import dev.broadsheet.source.Source.Item;
import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.Fetcher;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What every live source must keep, tried on a few small samples. Who extends this tells how the
 * service answers when all is well; most of the trouble is made here.
 */
public abstract class LiveSourceContract {
    /** When the samples are asked for: their days are over by then. */
    protected static final Instant NOW = Instant.parse("2026-09-10T12:00:00Z");

    protected static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** Letters that mean something in JSON or XML. */
    private static final String DAMAGE = "<>&;\"'{}[]:,/-0123456789 ";

    private final Map<String, HostRule> hosts = new HashMap<>();

    /** Builds the source: {@code ArxivSource.of(options, fetcher, clock)}. */
    protected abstract LiveSource source(SourceOptions options, Fetcher fetcher, Clock clock);

    /** The source's settings, by key. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    /** The first day of the samples, and the last. */
    protected abstract LocalDate from();

    protected abstract LocalDate until();

    /** A service that has, for these days, several records and at least one document to read. */
    protected abstract ScriptedFetcher good();

    /** The names of all records that {@link #good} has. */
    protected abstract Set<String> names();

    /** The same service with nothing on these days. */
    protected abstract ScriptedFetcher empty();

    /** One of its documents comes again and again, or the token for the next one never changes; null if it cannot. */
    protected abstract @Nullable ScriptedFetcher endless();

    /** It says that it has more than it gives; null if it says no number. */
    protected abstract @Nullable ScriptedFetcher fewerThanItSays();

    /** One of its records has no title; null if no record can be without. */
    protected abstract @Nullable ScriptedFetcher untitled();

    /** Services that answer with wrong types, negative counts, dates out of range, and the like. */
    protected abstract List<ScriptedFetcher> hostile();

    /** What is read in these tests: the days' changes; add the lists of what is new where there are such. */
    protected List<Source> harvests(LiveSource source) {
        return source.changes(from(), until());
    }

    /** Documents that no answer can be. */
    protected List<String> otherDocuments() {
        return List.of("null", "[]", "17", "\"a text\"", "{}", "<a/>", "\0\0\0\0", "[".repeat(100_000));
    }

    /** Whether the service can be known to have nothing: a feed without entries says nothing of any day. */
    protected boolean countsNothing() {
        return true;
    }

    /** A service that knows one record by name; and that name. Null where single records cannot be asked for. */
    protected abstract @Nullable ScriptedFetcher single();

    protected abstract String singleName();

    // ---------------------------------------------------------------------------------------------

    /** The source over the fetcher; fails if its settings are wrong. */
    protected final LiveSource over(Fetcher fetcher) {
        List<String> mistakes = new ArrayList<>();
        SourceOptions options = new SourceOptions("sample", settings(), mistakes, hosts);
        LiveSource source = source(options, fetcher, CLOCK);
        options.finish();
        assertThat(mistakes).isEmpty();
        return source;
    }

    /** All harvests read, in order. */
    protected final List<Harvested> read(Fetcher fetcher) {
        return harvests(over(fetcher)).stream()
                .map(harvest -> Harvested.of(harvest, null))
                .toList();
    }

    @Test
    void hasANameATitleAndParts() {
        LiveSource source = over(good());
        assertThat(source.profile().name()).matches("[a-z0-9-]+");
        assertThat(source.profile().title()).isNotBlank();
        assertThat(source.profile().parts()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(source.profile().lookback().daysAgain()).isNotNegative();
        assertThat(source.profile().lookback().daysAtFirst()).isNotNegative();
        assertThat(source.profile().calendar().settled(from()))
                .isAfter(from().atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Test
    void twoHarvestsNeverShareACursor() {
        LiveSource source = over(good());
        List<String> names = new ArrayList<>();
        source.changes(from(), until()).forEach(harvest -> names.add(harvest.harvest()));
        source.latest().forEach(harvest -> names.add(harvest.harvest()));
        source.changes(from().minusDays(40), until().minusDays(40)).forEach(harvest -> names.add(harvest.harvest()));
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void everyRecordComesAndIsAnnouncedAndCounted() {
        ScriptedFetcher service = good();
        LiveSource source = over(service);
        List<Harvested> all = read(service);
        Set<String> received = new HashSet<>();
        Set<String> announced = new HashSet<>();
        List<Tally> tallies = new ArrayList<>();
        for (Harvested harvested : all) {
            assertThat(harvested.problem()).isNull();
            received.addAll(harvested.names());
            harvested.announcements().forEach(announcement -> announced.add(announcement.name()));
            tallies.addAll(harvested.tallies());
        }
        assertThat(received).containsAll(names());
        assertThat(announced).containsAll(names());
        assertThat(tallies).isNotEmpty().allSatisfy(tally -> {
            assertThat(tally.source()).isEqualTo(source.profile().name());
            assertThat(source.profile().parts()).contains(tally.part());
            assertThat(tally.origin()).isNotBlank();
            assertThat(tally.at()).isEqualTo(NOW);
        });
        for (Harvested harvested : all) {
            assertThat(harvested.announcements()).allSatisfy(announcement -> {
                assertThat(announcement.source()).isEqualTo(source.profile().name());
                assertThat(source.profile().parts()).contains(announcement.part());
                assertThat(announcement.version()).isNotNegative();
            });
        }
    }

    @Test
    void aCountIsNeverMoreThanWasAnnouncedForItsDay() {
        List<Announcement> announced = new ArrayList<>();
        List<Harvested> all = read(good());
        all.forEach(harvested -> announced.addAll(harvested.announcements()));
        for (Harvested harvested : all) {
            for (Tally tally : harvested.tallies()) {
                Integer expected = tally.expected();
                if (expected != null) {
                    assertThat(announced.stream()
                                    .filter(a -> a.day().equals(tally.day())
                                            && a.part().equals(tally.part())
                                            && a.kind() != Kind.REPLACEMENT)
                                    .map(Announcement::name)
                                    .distinct())
                            .as("announced on " + tally.day())
                            .hasSize(expected);
                }
            }
        }
    }

    @Test
    void nothingThatIsCountedComesAfterItsCount() {
        for (Harvested harvested : read(good())) {
            Set<List<Object>> counted = new HashSet<>();
            for (Item item : harvested.items()) {
                if (item instanceof Counted count) {
                    counted.add(List.of(count.tally().part(), count.tally().day()));
                } else if (item instanceof Source.Announced announced) {
                    Announcement announcement = announced.announcement();
                    assertThat(counted).doesNotContain(List.of(announcement.part(), announcement.day()));
                }
            }
        }
    }

    @Test
    void daysWithoutAnythingAreCountedToo() {
        Assumptions.assumeTrue(countsNothing(), "says nothing without entries");
        List<Harvested> all = read(empty());
        List<Tally> tallies = new ArrayList<>();
        for (Harvested harvested : all) {
            assertThat(harvested.problem()).isNull();
            assertThat(harvested.records()).isEmpty();
            assertThat(harvested.announcements()).isEmpty();
            tallies.addAll(harvested.tallies());
        }
        assertThat(tallies)
                .isNotEmpty()
                .allSatisfy(tally -> assertThat(tally.expected()).isIn(0, null));
    }

    @Test
    void whatIsReadTwiceIsTheSame() {
        List<Harvested> first = read(good());
        List<Harvested> second = read(good());
        assertThat(second).isEqualTo(first);
    }

    @Test
    void goesOnFromAnyCursor() {
        List<Source> harvests = harvests(over(good()));
        for (Source harvest : harvests) {
            Harvested whole = Harvested.of(harvest, null);
            for (int i = 0; i < whole.items().size(); i++) {
                String cursor = whole.items().get(i).cursor();
                Harvested rest = Harvested.of(harvest, cursor);
                assertThat(rest.problem()).isNull();
                List<Item> before = whole.items().subList(0, i + 1);
                Set<Object> together = new HashSet<>(contents(before));
                together.addAll(contents(rest.items()));
                assertThat(together)
                        .as("after item " + i + ", cursor " + cursor)
                        .isEqualTo(new HashSet<>(contents(whole.items())));
            }
        }
    }

    @Test
    void aCursorOfAnotherProgramIsRefusedOrPassedOver() {
        for (Source harvest : harvests(over(good()))) {
            for (String cursor : List.of("", "{", "[1,2", "{\"day\":\"0000-99-99\",\"delivered\":-5}", "null", "7")) {
                Harvested harvested = Harvested.of(harvest, cursor);
                if (harvested.problem() == null) {
                    assertThat(contents(harvested.items()))
                            .containsAll(contents(Harvested.of(harvest, null).items()));
                }
            }
        }
    }

    @Test
    void aWebPageInsteadOfTheDocumentIsATroubleThatAPersonUnderstands() {
        String page = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Please sign in</body></html>";
        disturb(
                answer -> new Answer(answer.address(), "text/html", page.getBytes(StandardCharsets.UTF_8), answer.at()),
                true);
        disturb(
                answer -> new Answer(
                        answer.address(), answer.contentType(), page.getBytes(StandardCharsets.UTF_8), answer.at()),
                true);
    }

    @Test
    void halfADocumentCountsNothing() {
        disturb(answer -> cut(answer, answer.body().length / 2), true);
        disturb(answer -> cut(answer, answer.body().length - 3), true);
    }

    @Test
    void anEmptyDocumentCountsNothing() {
        disturb(answer -> cut(answer, 0), true);
    }

    @Test
    void otherDocumentsCountNothing() {
        for (String other : otherDocuments()) {
            disturb(
                    answer -> new Answer(
                            answer.address(),
                            answer.contentType(),
                            other.getBytes(StandardCharsets.UTF_8),
                            answer.at()),
                    true);
        }
    }

    /** Bytes that are a little wrong may still be a document; whatever it says, nothing but the reading may end. */
    @Test
    void damagedDocumentsEndTheReadingAtMost() {
        long seed = 20260910L;
        Random random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            ScriptedFetcher service = good();
            Fetcher damaged = address -> {
                Answer answer = service.get(address);
                return random.nextInt(3) == 0 ? answer : damaged(answer, random);
            };
            try {
                for (Harvested harvested : read(damaged)) {
                    assertThat(harvested.problem() == null
                                    || harvested.tallies().isEmpty())
                            .isTrue();
                }
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + i, e);
            }
        }
    }

    private static Answer damaged(Answer answer, Random random) {
        byte[] body = answer.body().clone();
        if (body.length > 0 && random.nextInt(4) == 0) {
            int from = random.nextInt(body.length);
            int length = Math.min(random.nextInt(40), body.length - from);
            byte[] shorter = new byte[body.length - length];
            System.arraycopy(body, 0, shorter, 0, from);
            System.arraycopy(body, from + length, shorter, from, body.length - from - length);
            body = shorter;
        }
        for (int n = random.nextInt(4); n >= 0 && body.length > 0; n--) {
            int at = random.nextInt(body.length);
            body[at] = switch (random.nextInt(4)) {
                case 0 -> (byte) random.nextInt(256);
                case 1 -> (byte) DAMAGE.charAt(random.nextInt(DAMAGE.length()));
                case 2 -> body[random.nextInt(body.length)];
                default -> (byte) (body[at] ^ (1 << random.nextInt(8)));
            };
        }
        return new Answer(answer.address(), answer.contentType(), body, answer.at());
    }

    @Test
    void aFailedRequestCountsNothing() {
        for (FetchException.Kind kind : FetchException.Kind.values()) {
            int documents = documents();
            for (int n = 1; n <= documents; n++) {
                int broken = n;
                AtomicInteger count = new AtomicInteger();
                ScriptedFetcher service = good();
                judge(
                        read(address -> {
                            if (count.incrementAndGet() == broken) {
                                throw new FetchException(kind, address + " cannot be had", 400, "no", null);
                            }
                            return service.get(address);
                        }),
                        "document " + n + " " + kind,
                        false);
            }
        }
    }

    @Test
    void whatComesAgainAndAgainEndsWithoutACount() {
        ScriptedFetcher service = endless();
        Assumptions.assumeTrue(service != null, "has no pages");
        judge(read(service), "endless", true);
    }

    @Test
    void aServiceThatGivesFewerThanItSaysIsNotCounted() {
        ScriptedFetcher service = fewerThanItSays();
        Assumptions.assumeTrue(service != null, "says no number");
        List<Harvested> all = read(service);
        assertThat(all).anySatisfy(harvested -> assertThat(harvested.problem()).isNotNull());
        assertThat(all).allSatisfy(harvested -> {
            if (harvested.problem() != null) {
                assertThat(harvested.tallies()).isEmpty();
                assertThat(harvested.problem().getMessage()).isNotBlank().doesNotContain("\n");
            }
        });
    }

    @Test
    void aRecordWithoutATitleIsRejectedAlone() {
        ScriptedFetcher service = untitled();
        Assumptions.assumeTrue(service != null, "has always a title");
        List<Harvested> all = read(service);
        assertThat(all).allSatisfy(harvested -> assertThat(harvested.problem()).isNull());
        assertThat(all.stream().flatMap(harvested -> harvested.rejects().stream()))
                .hasSize(1)
                .allSatisfy(reject -> {
                    assertThat(reject.reason()).contains("title");
                    assertThat(reject.place()).isNotBlank();
                });
        assertThat(all.stream().flatMap(harvested -> harvested.records().stream()))
                .isNotEmpty();
    }

    @Test
    void nonsenseIsRejectedOrEndsTheReading() {
        int number = 0;
        for (ScriptedFetcher service : hostile()) {
            int which = number++;
            List<Harvested> all = read(service);
            for (Harvested harvested : all) {
                assertThat(harvested.problem() == null || harvested.tallies().isEmpty())
                        .as("hostile service " + which + ": " + harvested.problem())
                        .isTrue();
            }
        }
    }

    @Test
    void asksForSingleRecords() {
        ScriptedFetcher service = single();
        Assumptions.assumeTrue(service != null, "cannot be asked for single records");
        Source source = over(service).records(List.of(singleName())).orElseThrow();
        Harvested harvested = Harvested.of(source, null);
        assertThat(harvested.problem()).isNull();
        assertThat(harvested.names()).containsExactly(singleName());
        assertThat(harvested.tallies()).isEmpty();
    }

    @Test
    void rejectsNamesThatNobodyKnows() {
        ScriptedFetcher service = single();
        Assumptions.assumeTrue(service != null, "cannot be asked for single records");
        String hostileName = "no such\0name/../?&\u00e4";
        Source source =
                over(service).records(List.of(hostileName, singleName())).orElseThrow();
        Harvested harvested = Harvested.of(source, null);
        assertThat(harvested.problem()).isNull();
        assertThat(harvested.names()).containsExactly(singleName());
        assertThat(harvested.rejects()).hasSize(1);
    }

    @Test
    void countsTheNamesThatWereAsked() throws IOException {
        Assumptions.assumeTrue(
                !over(good()).profile().lookupSchemes().isEmpty(), "is not asked about papers that are here");
        ScriptedFetcher service = Objects.requireNonNull(single());
        Source source =
                over(service).records(List.of("no such name", singleName())).orElseThrow();
        try (Source.Reading reading = source.open(null)) {
            assertThat(reading.done()).isZero();
            while (reading.next() != null) {
                assertThat(reading.done()).isBetween(1L, 2L);
            }
            assertThat(reading.done()).isEqualTo(2);
        }
    }

    @Test
    void aServiceThatCannotBeReachedIsNoUnknownName() {
        Assumptions.assumeTrue(single() != null, "cannot be asked for single records");
        Source source = over(address -> {
                    throw new FetchException(FetchException.Kind.UNAVAILABLE, address + " does not answer");
                })
                .records(List.of(singleName()))
                .orElseThrow();
        Harvested harvested = Harvested.of(source, null);
        assertThat(harvested.problem()).isNotNull();
        assertThat(harvested.items()).isEmpty();
    }

    @Test
    void asksNobodyButTheHostsOfItsSettings() {
        ScriptedFetcher service = good();
        read(service);
        assertThat(service.asked()).isNotEmpty();
        assertThat(hosts.keySet()).containsAll(service.hosts());
        ScriptedFetcher one = single();
        if (one != null) {
            Harvested.of(over(one).records(List.of(singleName())).orElseThrow(), null);
            assertThat(hosts.keySet()).containsAll(one.hosts());
        }
    }

    // ---------------------------------------------------------------------------------------------

    /** Reads as often as the good service gives documents, another one of them changed each time. */
    private void disturb(UnaryOperator<Answer> change, boolean mustBreak) {
        int documents = documents();
        assertThat(documents).as("documents of the good service").isPositive();
        for (int n = 1; n <= documents; n++) {
            int broken = n;
            AtomicInteger count = new AtomicInteger();
            ScriptedFetcher service = good();
            Fetcher disturbed = address -> {
                Answer answer = service.get(address);
                return count.incrementAndGet() == broken ? change.apply(answer) : answer;
            };
            judge(read(disturbed), "document " + n, mustBreak);
        }
    }

    private int documents() {
        ScriptedFetcher service = good();
        read(service);
        return service.asked().size();
    }

    /** Whoever counts must have given all that the undisturbed service gives. */
    private void judge(List<Harvested> all, String what, boolean mustBreak) {
        List<Harvested> undisturbed = read(good());
        if (mustBreak) {
            assertThat(all)
                    .as(what)
                    .anySatisfy(harvested -> assertThat(harvested.problem()).isNotNull());
        }
        for (int i = 0; i < all.size(); i++) {
            Harvested harvested = all.get(i);
            if (harvested.problem() != null) {
                assertThat(harvested.tallies()).as(what).isEmpty();
                assertThat(harvested.problem().getMessage())
                        .as(what)
                        .isNotBlank()
                        .doesNotContain("\n")
                        .hasSizeLessThan(600);
            } else if (!harvested.tallies().isEmpty()) {
                assertThat(harvested.names())
                        .as(what)
                        .isEqualTo(undisturbed.get(i).names());
                assertThat(new HashSet<>(harvested.announcements()))
                        .as(what)
                        .isEqualTo(new HashSet<>(undisturbed.get(i).announcements()));
            }
        }
    }

    private static Answer cut(Answer answer, int length) {
        return new Answer(
                answer.address(),
                answer.contentType(),
                java.util.Arrays.copyOf(answer.body(), Math.max(0, length)),
                answer.at());
    }

    /** What the items say, without their cursors. */
    private static List<Object> contents(List<Item> items) {
        List<Object> contents = new ArrayList<>();
        for (Item item : items) {
            contents.add(
                    switch (item) {
                        case Source.Received received -> received.record();
                        case Source.Rejected rejected -> rejected.place() + rejected.reason();
                        case Source.Announced announced -> announced.announcement();
                        case Counted counted -> counted.tally();
                    });
        }
        return contents;
    }

    /** An address's query, decoded, for scripts that look at single values. */
    protected static String query(URI address) {
        return String.valueOf(address.getQuery());
    }
}
