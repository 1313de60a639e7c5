package dev.broadsheet.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.database.Database;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of other rooms' rows when two papers become one. */
@OnBothDatabases
class PaperReferenceTest {
    private static final List<PaperReference> ROOMS = List.of(
            PaperReference.folded("opinion", "paper", "person"),
            PaperReference.moved("remark", "about_paper"),
            PaperReference.dropped("guess", "paper", "it was about another text"),
            PaperReference.kept("archive", "paper", "it says what was known then"));

    @RegisterExtension
    final TestDatabase databases;

    private Database database;
    private Catalogue catalogue;
    private long gone;
    private long survivor;

    PaperReferenceTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        catalogue = new Catalogue(database, ROOMS);
        gone = add("Gone");
        survivor = add("Survivor");
        long other = add("Other");
        change("create table opinion (person text not null, paper bigint not null, value bigint not null,"
                + " primary key (person, paper))");
        change("create table remark (number bigint primary key, about_paper bigint not null, text text not null)");
        change("create table guess (paper bigint primary key)");
        change("create table archive (paper bigint not null)");
        change(
                "insert into opinion values ('ada', ?, 1), ('ada', ?, 2), ('bob', ?, 3), ('cleo', ?, 4), ('ada', ?, 5)",
                gone,
                survivor,
                gone,
                survivor,
                other);
        change(
                "insert into remark values (1, ?, 'on gone'), (2, ?, 'on survivor'), (3, ?, 'on other')",
                gone,
                survivor,
                other);
        change("insert into guess values (?), (?)", gone, survivor);
        change("insert into archive values (?), (?)", gone, survivor);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void votesOfOnePersonBecomeOneAndRemarksMove() {
        catalogue.write(writer -> {
            writer.merge(gone, survivor);
            return 0;
        });
        assertThat(rows("select person || ' ' || value from opinion where paper = ? order by person", survivor))
                .containsExactly("ada 2", "bob 3", "cleo 4");
        assertThat(rows("select person from opinion where paper = ?", gone)).isEmpty();
        assertThat(rows("select person from opinion where paper not in (?, ?)", gone, survivor))
                .as("of other papers")
                .containsExactly("ada");
        assertThat(rows("select text from remark where about_paper = ? order by number", survivor))
                .containsExactly("on gone", "on survivor");
        assertThat(rows("select 'x' from guess")).hasSize(1);
        assertThat(rows("select 'x' from archive where paper = ?", gone)).hasSize(1);
    }

    @Test
    void allOfItHappensWithTheMergeOrNothing() {
        List<String> before = everything();
        assertThatThrownBy(() -> catalogue.write(writer -> {
                    writer.merge(gone, survivor);
                    throw new IllegalStateException("broken in the middle");
                }))
                .hasMessage("broken in the middle");
        assertThat(everything()).isEqualTo(before);
        assertThat(catalogue.size()).isEqualTo(3);
    }

    @Test
    void nobodySeesRowsOfAPaperThatIsGone() {
        try (Database other = databases.connect()) {
            catalogue.write(writer -> {
                writer.merge(gone, survivor);
                long seen = other.read(sql -> sql.sql("select count(*) from opinion where paper = ?")
                        .param(gone)
                        .query(Long.class)
                        .single());
                assertThat(seen).as("before the merge is there").isEqualTo(2);
                return 0;
            });
            assertThat(new Catalogue(other).papers(List.of(gone))).isEmpty();
            assertThat(rows("select person from opinion where paper = ?", gone)).isEmpty();
        }
    }

    @Test
    void whoHoldsAPaperIsToldWhichOneItBecame() {
        long last = add("Last");
        assertThat(held(gone)).hasValue(gone);
        catalogue.write(writer -> {
            writer.merge(gone, survivor);
            return 0;
        });
        assertThat(held(gone)).hasValue(survivor);
        catalogue.write(writer -> {
            writer.merge(survivor, last);
            return 0;
        });
        assertThat(held(gone)).hasValue(last);
        assertThat(held(last)).hasValue(last);
        assertThat(held(1_000_000)).isEmpty();
    }

    /** Two servers write about three papers, which meanwhile become one in two steps. */
    @Test
    void whatIsWrittenWhilePapersMergeIsTheSurvivors() throws Exception {
        try (Database other = databases.connect();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 40; round++) {
                List<Long> papers = List.of(add("First"), add("Second"), add("Third"));
                CyclicBarrier start = new CyclicBarrier(4);
                List<Future<Integer>> working = new ArrayList<>();
                working.add(threads.submit(() -> {
                    start.await();
                    for (int i = 0; i < 2; i++) {
                        long next = papers.get(i);
                        long after = papers.get(i + 1);
                        catalogue.write(writer -> {
                            writer.merge(next, after);
                            return 0;
                        });
                    }
                    return 0;
                }));
                for (int writer = 0; writer < 3; writer++) {
                    Database server = writer == 0 ? database : other;
                    int first = 1000 + (round * 3 + writer) * 5;
                    Random random = new Random(first);
                    working.add(threads.submit(() -> {
                        start.await();
                        for (int i = 0; i < 5; i++) {
                            remarkAndVote(server, papers.get(random.nextInt(3)), first + i);
                        }
                        return 0;
                    }));
                }
                for (Future<Integer> work : working) {
                    work.get();
                }
                long last = papers.getLast();
                assertThat(rows("select text from remark where about_paper = ?", last))
                        .as("round %d", round)
                        .hasSize(15);
                assertThat(rows("select person from opinion where paper = ?", last))
                        .as("round %d", round)
                        .containsExactly("dan");
            }
        }
        assertThat(rows("select 'x' from opinion join paper on number = paper where merged_into is not null"))
                .isEmpty();
    }

    /** All three of a round vote as one person, so that votes also fold while others are written. */
    private void remarkAndVote(Database server, long about, int number) {
        server.write(transaction -> {
            long paper = catalogue.hold(transaction, about).orElseThrow();
            transaction.execute("insert into remark values (?, ?, 'x')", number, paper);
            return transaction.execute(
                    "insert into opinion values ('dan', ?, 1) on conflict (person, paper) do nothing", paper);
        });
    }

    private Optional<Long> held(long paper) {
        return database.write(transaction -> catalogue.hold(transaction, paper));
    }

    @Test
    void aNameThatIsNotOneIsRefused() {
        assertThatThrownBy(() -> PaperReference.moved("vote; drop table paper", "paper"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PaperReference.folded("opinion", "paper"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> everything() {
        return rows("select person || ' ' || paper || ' ' || value from opinion order by person, paper");
    }

    private long add(String title) {
        return catalogue.write(writer -> writer.add(Metadata.titled(title).build(), Instant.EPOCH));
    }

    private void change(String statement, Object... parameters) {
        database.write(transaction -> transaction.execute(statement, parameters));
    }

    private List<String> rows(String query, Object... parameters) {
        return database.read(
                sql -> sql.sql(query).params(parameters).query(String.class).list());
    }
}
