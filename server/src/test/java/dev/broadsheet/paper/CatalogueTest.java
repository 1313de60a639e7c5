package dev.broadsheet.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import dev.broadsheet.text.TitleKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a catalogue promises on every database. */
@OnBothDatabases
class CatalogueTest {
    static final Instant NOW = Instant.parse("2026-08-21T10:00:00Z");

    @RegisterExtension
    final TestDatabase databases;

    private Database database;
    private Catalogue catalogue;

    CatalogueTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        catalogue = new Catalogue(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    static MetadataBuilder arxiv(String name) {
        return Metadata.titled("Paper " + name).identifier(new Identifier(Scheme.ARXIV, name));
    }

    private long add(MetadataBuilder metadata) {
        return catalogue.write(writer -> writer.add(metadata.build(), NOW));
    }

    @Test
    void anEmptyCatalogueHasNothing() {
        assertThat(catalogue.size()).isZero();
        assertThat(catalogue.latestRevision()).isZero();
        assertThat(catalogue.changesAfter(0, 10)).isEmpty();
        assertThat(catalogue.find("2501.01234")).isEmpty();
        assertThat(catalogue.papers(List.of())).isEmpty();
        assertThat(catalogue.listDays()).isEmpty();
    }

    @Test
    void aPaperComesBackAsItWasAdded() {
        Metadata metadata = arxiv("2501.01234")
                .abstractText("On <script>alert(1)</script> and \u202Eturned\u202C text; 你好, \uD83D\uDE00.")
                .authors(List.of(
                        new Author("Ada Lovelace", "0000-0002-1825-0097", List.of("London")), Author.named("王伟")))
                .categories(List.of("cs.LG", "stat.ML"))
                .published(new PartialDate("2025-01-02"))
                .versions(List.of(new Version(1, new PartialDate("2025-01-02")), new Version(2, null)))
                .link(new Link(Link.Kind.CODE, "https://example.org/code", 3))
                .withdrawn(true)
                .build();
        long number = add(metadata.toBuilder());
        Paper paper = catalogue.find("2501.01234").orElseThrow();
        assertThat(paper.number()).isEqualTo(number);
        assertThat(paper.id().value()).isEqualTo("2501.01234");
        assertThat(paper.metadata()).isEqualTo(metadata);
        assertThat(paper.addedAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "2501.01234, arXiv:2501.01234v2",
        "2501.01234, https://arxiv.org/abs/2501.01234v11",
        "2501.01234, http://www.arxiv.org/pdf/2501.01234.pdf",
        "2501.01234, 10.48550/arXiv.2501.01234",
        "2501.01234, https://doi.org/10.48550/arXiv.2501.01234",
        "2501.01234, https://huggingface.co/papers/2501.01234",
        "hep-th/9901001, hep-th/9901001v3",
        "hep-th/9901001, HEP-TH/9901001",
        "math/0309136, math.GT/0309136",
        "math/0309136, https://arxiv.org/abs/math.GT/0309136",
    })
    void aPaperIsFoundByAnyWrittenFormOfItsName(String name, String written) {
        long number = add(arxiv(name));
        assertThat(catalogue.find(written).orElseThrow().number()).isEqualTo(number);
    }

    @Test
    void aPaperIsFoundByItsDoiInAnyForm() {
        long number = add(Metadata.titled("Printed").identifier(new Identifier(Scheme.DOI, "10.1000/ab(1)")));
        for (String written : List.of("10.1000/AB(1)", "doi: 10.1000/ab(1)", "https://dx.doi.org/10.1000/ab%281%29")) {
            assertThat(catalogue.find(written).orElseThrow().number())
                    .as(written)
                    .isEqualTo(number);
        }
    }

    @Test
    void writingWhatIsThereChangesNothing() {
        long number = add(arxiv("2501.01234"));
        long revision = catalogue.latestRevision();
        Metadata same = arxiv("2501.01234").build();
        assertThat(catalogue.<Boolean>write(writer -> writer.change(number, same, Instant.EPOCH)))
                .isFalse();
        Appearance appearance = new Appearance("huggingface", LocalDate.of(2026, 8, 21), 1, 5, 0, "ada", null);
        assertThat(catalogue.<Boolean>write(writer -> writer.appear(number, appearance)))
                .isTrue();
        long listed = catalogue.latestRevision();
        assertThat(catalogue.<Boolean>write(writer -> writer.appear(number, appearance)))
                .isFalse();
        assertThat(listed).isGreaterThan(revision);
        assertThat(catalogue.latestRevision()).isEqualTo(listed);
    }

    @Test
    void aTransactionThatFailsLeavesNothing() {
        try {
            catalogue.write(writer -> {
                writer.add(arxiv("2501.01234").build(), NOW);
                throw new IllegalStateException("broken in the middle");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("broken in the middle");
        }
        assertThat(catalogue.size()).isZero();
        assertThat(catalogue.latestRevision()).isZero();
    }

    @Test
    void aTitleAndACategoryAsLongAsATextAreTaken() {
        String title = randomWords(10_000);
        String other = title.substring(0, 5_000) + randomWords(5_000);
        String category = randomWords(10_000);
        long number = add(arxiv("2501.01234").title(title).categories(List.of(category, "cs.LG")));
        long second = add(arxiv("2501.01235").title("Short").categories(List.of("cs.LG")));
        catalogue.write(
                writer -> writer.change(second, arxiv("2501.01235").title(other).build(), Instant.EPOCH));
        Metadata kept = catalogue.find("2501.01234").orElseThrow().metadata();
        assertThat(kept.title()).isEqualTo(title);
        assertThat(kept.categories()).containsExactly(category, "cs.LG");
        assertThat(catalogue.<List<Long>>write(writer -> writer.withTitleKey(TitleKey.joined(title), 9)))
                .containsExactly(number, second);
        assertThat(catalogue.sizeByCategory(9)).isEmpty();
    }

    /** Words that no database can compress. */
    private static String randomWords(int length) {
        Random random = new Random(20260821);
        StringBuilder words = new StringBuilder("w");
        while (words.length() < length) {
            words.append((char) ('a' + random.nextInt(26)));
        }
        return words.toString();
    }

    @Test
    void aPaperThatGetsItsArxivNameIsFoundUnderBoth() {
        Identifier own = PaperId.shortNameFor("seed");
        long number = add(Metadata.titled("Seed").identifier(own));
        assertThat(catalogue.find(own.name()).orElseThrow().id().value()).isEqualTo(own.name());
        catalogue.write(writer ->
                writer.change(number, arxiv("2501.01234").identifier(own).build(), Instant.EPOCH));
        assertThat(catalogue.find(own.name()).orElseThrow().id().value()).isEqualTo("2501.01234");
        assertThat(catalogue.find("2501.01234").orElseThrow().number()).isEqualTo(number);
    }

    @Test
    void aMergedPaperIsAnsweredByTheSurvivor() {
        Identifier own = PaperId.shortNameFor("gone");
        long gone = add(Metadata.titled("Gone").identifier(own));
        long survivor = add(arxiv("2501.01234"));
        Appearance appearance = new Appearance("huggingface", LocalDate.of(2026, 8, 21), 1, 5, 0, null, null);
        catalogue.write(writer -> writer.appear(gone, appearance));
        long before = catalogue.latestRevision();
        catalogue.write(writer -> {
            writer.merge(gone, survivor);
            return writer.change(survivor, arxiv("2501.01234").identifier(own).build(), Instant.EPOCH);
        });
        assertThat(catalogue.find(own.name()).orElseThrow().number()).isEqualTo(survivor);
        assertThat(catalogue.size()).isEqualTo(1);
        assertThat(catalogue.papers(List.of(gone, survivor)))
                .extracting(Paper::number)
                .containsExactly(survivor);
        assertThat(catalogue.appearances(List.of(survivor)).get(survivor)).containsExactly(appearance);
        assertThat(catalogue.changesAfter(before, 10))
                .anyMatch(change -> change instanceof Change.Merged(long number, long r, long into)
                        && number == gone
                        && into == survivor)
                .anyMatch(change -> change instanceof Change.Described && change.number() == survivor);
    }

    @Test
    void ofTwoShortNamesTheSurvivorTakesTheFirst() {
        Identifier first = new Identifier(Scheme.BROADSHEET, "b-aaaaaaaaaa");
        Identifier second = new Identifier(Scheme.BROADSHEET, "b-bbbbbbbbbb");
        long survivor = add(Metadata.titled("One").identifier(second));
        long gone = add(Metadata.titled("One").identifier(first));
        catalogue.write(writer -> {
            writer.merge(gone, survivor);
            return writer.change(
                    survivor,
                    Metadata.titled("One").identifier(first).identifier(second).build(),
                    Instant.EPOCH);
        });
        assertThat(catalogue.find(first.name()).orElseThrow().id().value()).isEqualTo(first.name());
        assertThat(catalogue.find(second.name()).orElseThrow().number()).isEqualTo(survivor);
    }

    @Test
    void ofSeveralStatementsOnAListTheSameStandsInAnyOrder() {
        LocalDate day = LocalDate.of(2026, 8, 21);
        List<Appearance> statements = new ArrayList<>(List.of(
                new Appearance("huggingface", day, 1, 5, 9, null, null),
                new Appearance("huggingface", day, 4, 8, 1, null, null),
                new Appearance("huggingface", day, 3, 8, 2, "zoe", null),
                new Appearance("huggingface", day, 2, 8, 2, "ada", null),
                new Appearance("huggingface", day, 2, 8, 2, "ada", "Ada Lovelace"),
                new Appearance("huggingface", day, 2, 8, 2, "Zoe", "Zoe")));
        long seed = 20260821;
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            long number = add(arxiv("2501.%05d".formatted(round)));
            Collections.shuffle(statements, random);
            appear(number, statements);
            long revision = catalogue.latestRevision();
            appear(number, statements);
            assertThat(catalogue.appearances(List.of(number)).get(number))
                    .as("seed %d, round %d", seed, round)
                    .containsExactly(new Appearance("huggingface", day, 2, 8, 2, "ada", "Ada Lovelace"));
            assertThat(catalogue.latestRevision())
                    .as("reading again changes nothing")
                    .isEqualTo(revision);
        }
    }

    @Test
    void ofTwoPapersThatBecomeOneTheMostVotesStand() {
        LocalDate day = LocalDate.of(2026, 8, 21);
        long gone = add(Metadata.titled("Gone"));
        long survivor = add(arxiv("2501.01234"));
        Appearance more = new Appearance("huggingface", day, 2, 8, 2, null, null);
        appear(gone, List.of(more));
        appear(survivor, List.of(new Appearance("huggingface", day, 3, 7, 2, null, null)));
        catalogue.write(writer -> {
            writer.merge(gone, survivor);
            return 0;
        });
        assertThat(catalogue.appearances(List.of(survivor)).get(survivor)).containsExactly(more);
    }

    @Test
    void whatChangesAboutAPaperIsKept() {
        Metadata first = arxiv("2501.01234")
                .title("A title")
                .categories(List.of("cs.LG"))
                .versions(List.of(new Version(1, null)))
                .build();
        Metadata second = first.toBuilder()
                .title("Another title")
                .categories(List.of("cs.CL", "cs.LG"))
                .versions(List.of(new Version(1, null), new Version(2, null)))
                .withdrawn(true)
                .build();
        long number = add(first.toBuilder());
        assertThat(catalogue.events(number)).isEmpty();
        assertThat(catalogue.<Boolean>write(writer -> writer.change(number, second, NOW)))
                .isTrue();
        assertThat(catalogue.<Boolean>write(writer -> writer.change(number, second, NOW)))
                .isFalse();
        Instant later = NOW.plusSeconds(1);
        catalogue.write(writer ->
                writer.change(number, second.toBuilder().withdrawn(false).build(), later));
        assertThat(catalogue.events(number))
                .containsExactly(
                        new PaperEvent(NOW, PaperEvent.Kind.VERSION, "1", "2"),
                        new PaperEvent(NOW, PaperEvent.Kind.WITHDRAWN, "", ""),
                        new PaperEvent(NOW, PaperEvent.Kind.CATEGORIES, "cs.LG", "cs.CL cs.LG"),
                        new PaperEvent(NOW, PaperEvent.Kind.TITLE, "A title", "Another title"),
                        new PaperEvent(later, PaperEvent.Kind.RESTORED, "", ""));
    }

    @Test
    void whatOnlyBecomesKnownIsNoChange() {
        Metadata bare = arxiv("2501.01234").title("A  title\nin two lines").build();
        Metadata known = bare.toBuilder()
                .title("A title in two lines")
                .abstractText("Text")
                .categories(List.of("cs.LG"))
                .versions(List.of(new Version(1, null), new Version(2, null)))
                .build();
        long number = add(bare.toBuilder());
        catalogue.write(writer -> writer.change(number, known, NOW));
        catalogue.write(writer -> writer.change(number, bare, NOW));
        assertThat(catalogue.events(number)).isEmpty();
    }

    @Test
    void thatOtherSourcesAreHeardIsNoChangeUnlessTheyKnowMore() {
        Metadata first = arxiv("2501.01234")
                .title("A title")
                .categories(List.of("cs.LG"))
                .withdrawn(true)
                .versions(List.of(new Version(1, null)))
                .build();
        Metadata other = first.toBuilder()
                .title("A Title: With More")
                .categories(List.of("Computer Science"))
                .withdrawn(false)
                .build();
        long number = add(first.toBuilder());
        catalogue.write(writer -> writer.regroup(number, other, NOW));
        assertThat(catalogue.events(number)).isEmpty();
        Metadata more = first.toBuilder()
                .versions(List.of(new Version(1, null), new Version(3, null)))
                .build();
        catalogue.write(writer -> writer.regroup(number, more, NOW));
        assertThat(catalogue.events(number))
                .containsExactly(
                        new PaperEvent(NOW, PaperEvent.Kind.VERSION, "1", "3"),
                        new PaperEvent(NOW, PaperEvent.Kind.WITHDRAWN, "", ""));
    }

    @Test
    void theHistoryOfAMergedPaperBecomesThatOfTheSurvivor() {
        long gone = add(Metadata.titled("Gone"));
        long survivor = add(arxiv("2501.01234").title("Survivor"));
        String[] titles = {"One", "Two", "Three"};
        for (int i = 0; i < titles.length; i++) {
            Instant at = NOW.plusSeconds(i);
            Metadata metadata = Metadata.titled(titles[i]).build();
            long paper = i == 1 ? survivor : gone;
            catalogue.write(writer -> writer.change(paper, metadata, at));
        }
        catalogue.write(writer -> {
            writer.merge(gone, survivor);
            return 0;
        });
        assertThat(catalogue.events(gone)).isEmpty();
        assertThat(catalogue.events(survivor)).extracting(PaperEvent::after).containsExactly(titles);
    }

    private void appear(long number, List<Appearance> statements) {
        catalogue.write(writer -> {
            statements.forEach(statement -> writer.appear(number, statement));
            return 0;
        });
    }

    @Test
    void listsComeByDayAndPosition() {
        LocalDate day = LocalDate.of(2026, 8, 21);
        long one = add(arxiv("2501.00001"));
        long two = add(arxiv("2501.00002"));
        catalogue.write(writer -> {
            writer.appear(one, new Appearance("huggingface", day, 2, 5, 0, null, null));
            writer.appear(two, new Appearance("huggingface", day, 1, 9, 0, null, null));
            return writer.appear(one, new Appearance("huggingface", day.plusDays(3), 1, 9, 0, null, null));
        });
        assertThat(catalogue.listed(day, day)).extracting(ListedPaper::paper).containsExactly(two, one);
        assertThat(catalogue.listDays()).containsExactly(new ListDay(day, 2), new ListDay(day.plusDays(3), 1));
    }

    @Test
    void aReadSeesOneStateWhateverIsWrittenMeanwhile() {
        add(arxiv("2501.00001"));
        String count = "select count(*) from paper";
        List<Long> seen = database.read(sql -> {
            long before = sql.sql(count).query(Long.class).single();
            CompletableFuture.runAsync(() -> add(arxiv("2501.00002"))).join();
            return List.of(before, sql.sql(count).query(Long.class).single());
        });
        assertThat(seen).containsExactly(1L, 1L);
        assertThat(catalogue.size()).isEqualTo(2);
    }

    @Test
    void aFollowerMissesNothingWhileSeveralWrite() throws InterruptedException {
        long seed = 20260821;
        List<Thread> writers = new ArrayList<>();
        AtomicBoolean done = new AtomicBoolean();
        for (int w = 0; w < 3; w++) {
            int writer = w;
            writers.add(Thread.ofPlatform().unstarted(() -> writeMuch(writer, new Random(seed + writer))));
        }
        TreeSet<Long> seen = new TreeSet<>();
        Map<Long, Long> latest = new HashMap<>();
        Thread follower = Thread.ofPlatform().start(() -> {
            boolean last = false;
            while (!last) {
                last = done.get();
                long from = seen.isEmpty() ? 0 : seen.last();
                for (Change change : catalogue.changesAfter(from, 7)) {
                    last = false;
                    seen.add(change.revision());
                    latest.put(change.number(), change.revision());
                }
            }
        });
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }
        done.set(true);
        follower.join();
        Map<Long, Long> truth = new HashMap<>();
        for (Change change : catalogue.changesAfter(0, 10_000)) {
            truth.put(change.number(), change.revision());
        }
        assertThat(latest).as("seed %d", seed).isEqualTo(truth);
        assertThat(truth).hasSize(120);
        assertThat(seen.last()).isEqualTo(catalogue.latestRevision());
    }

    private void writeMuch(int writer, Random random) {
        try (Database own = databases.connect()) {
            Catalogue target = new Catalogue(own);
            for (int i = 0; i < 40; i++) {
                String name = "2501.%d%04d".formatted(writer, i);
                long number = target.write(work -> work.add(arxiv(name).build(), NOW));
                if (random.nextBoolean()) {
                    target.write(work -> {
                        work.touch(number);
                        return number;
                    });
                }
            }
        }
    }
}
