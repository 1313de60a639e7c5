package dev.broadsheet.ingest;

import static dev.broadsheet.ingest.Records.arxiv;
import static dev.broadsheet.ingest.Records.doi;
import static dev.broadsheet.ingest.Records.record;
import static dev.broadsheet.ingest.Records.titled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.SinglePapers.Answer;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.source.LiveSources;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class SinglePapersTest {
    @RegisterExtension
    final TestDatabase databases;

    @TempDir
    Path folder;

    private Database database;
    private Catalogue catalogue;
    private SinglePapers papers;
    private final ScriptedLiveSource followed = new ScriptedLiveSource();
    private final ScriptedLiveSource register = new ScriptedLiveSource("register");

    SinglePapersTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        catalogue = new Catalogue(database);
        StandingClock clock = new StandingClock(Instant.parse("2026-09-10T12:00:00Z"));
        papers = new SinglePapers(
                new Ingest(catalogue, folder.resolve("rejects"), clock),
                LiveSources.given(List.of(followed), List.of(register), List::of),
                clock);
        followed.knows = List.of(Scheme.ARXIV);
        register.knows = List.of(Scheme.DOI, Scheme.ARXIV);
        answering(followed, "no such paper");
        answering(register, "no such paper");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static void answering(ScriptedLiveSource source, Object... steps) {
        source.records = names -> Optional.of(new ScriptedSource("records", steps));
    }

    @Test
    void thePaperIsFiledAndNobodyElseIsAsked() {
        answering(
                followed, record(ScriptedLiveSource.NAME, "1", titled("Wanted").identifier(arxiv("2608.00001"))));

        assertThat(papers.fetch(arxiv("2608.00001"))).isEqualTo(new Answer(List.of("The Post"), List.of()));

        assertThat(catalogue.find("2608.00001").orElseThrow().metadata().title())
                .isEqualTo("Wanted");
        assertThat(followed.asked).containsExactly(List.of("2608.00001"));
        assertThat(register.asked).isEmpty();
        assertThat(database.<Long>read(sql -> sql.sql("select count(*) from harvest_cursor")
                        .query(Long.class)
                        .single()))
                .as("harvests that nobody goes on with")
                .isZero();
    }

    @Test
    void aSourceThatFailsIsNamedAndTheNextOneAsked() {
        answering(followed, new IOException("busy"));
        answering(register, record("register", "1", titled("Wanted").identifier(arxiv("2608.00001"))));

        assertThat(papers.fetch(arxiv("2608.00001")))
                .isEqualTo(new Answer(List.of("The Post", "The register"), List.of("The Post")));
        assertThat(catalogue.find("2608.00001")).isPresent();
    }

    @Test
    void whatNobodyAskedForIsNotFiled() {
        answering(
                followed, record(ScriptedLiveSource.NAME, "2", titled("Another").identifier(arxiv("2608.00002"))));

        papers.fetch(arxiv("2608.00001"));

        assertThat(catalogue.size()).isZero();
    }

    @Test
    void whoCannotBeAskedForSuchANameIsNotAsked() {
        papers.fetch(doi("10.1000/1"));
        assertThat(followed.asked).isEmpty();
        assertThat(register.asked).hasSize(1);
        register.knows = List.of();
        assertThat(papers.fetch(doi("10.1000/1"))).isEqualTo(new Answer(List.of(), List.of()));
    }
}
