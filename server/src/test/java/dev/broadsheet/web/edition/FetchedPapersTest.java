package dev.broadsheet.web.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.Role;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Lookback;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceProfile;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.testing.SamplePapers;
import dev.broadsheet.testing.TestServer;
import dev.broadsheet.testing.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Papers that are submitted before they are here. It is Saturday, 22 August 2026. */
class FetchedPapersTest {
    /** Knows one paper, and is out of order where it is asked for the one after that. */
    private static final class Library implements LiveSource {
        @Override
        public SourceProfile profile() {
            return SourceProfile.of("library", "The Library", new Lookback(7, 30))
                    .withLookupBy(Scheme.ARXIV);
        }

        @Override
        public List<Source> changes(LocalDate from, LocalDate until) {
            return List.of();
        }

        @Override
        public Optional<Source> records(List<String> names) {
            return Optional.of(new Shelf(names.getFirst()));
        }
    }

    private record Shelf(String harvest) implements Source {
        @Override
        public String title() {
            return "a shelf";
        }

        @Override
        public Reading open(@Nullable String cursor) throws IOException {
            if (harvest.equals("2608.77702")) {
                throw new IOException("closed for stocktaking");
            }
            return new Reading() {
                private boolean read;

                @Override
                public @Nullable Item next() {
                    if (read || !harvest.equals("2608.77701")) {
                        return null;
                    }
                    read = true;
                    return new Received(
                            new SourceRecord(
                                    "library",
                                    harvest,
                                    Metadata.titled("Fetched While You Waited")
                                            .published(new PartialDate("2026-08-20"))
                                            .identifier(new Identifier(Scheme.ARXIV, harvest))
                                            .build(),
                                    List.of()),
                            "1");
                }

                @Override
                public long done() {
                    return read ? 1 : 0;
                }

                @Override
                public long total() {
                    return -1;
                }

                @Override
                public void close() {}
            };
        }
    }

    private TestServer server;
    private Visitor mira;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = new TestServer(folder, SamplePapers::addTo, List.of(new Library()), List::of);
        mira = server.visitor("mira", Role.MEMBER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPaperThatIsNotHereIsFetchedFiledAndListed() {
        HttpResponse<String> answer = mira.post("/papers/submit", "paper", "https://arxiv.org/pdf/2608.77701v2");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(mira.follow(answer).body())
                .contains("Fetched While You Waited", "stands on the list of Monday, 24 August 2026");
        assertThat(server.catalogue().sources(List.of(number("2608.77701"))).values())
                .singleElement()
                .asString()
                .contains("library");
    }

    @Test
    void aSourceThatCannotBeReadIsNamedAndOneThatKnowsNothingToo() {
        assertThat(mira.post("/papers/submit", "paper", "2608.77702", "comment", "Later")
                        .body())
                .contains("The Library could not be asked at the moment.", "Later");
        assertThat(mira.post("/papers/submit", "paper", "2608.77703").body())
                .contains("The Library knows no paper by this name. Nothing was submitted.");
        assertThat(mira.post("/papers/submit", "paper", "10.5555/unknown").body())
                .contains("no source of this installation can be asked for a DOI.");
        assertThat(server.catalogue().find("2608.77702")).isEmpty();
    }

    @Test
    void whoSubmitsWithoutEndIsStopped() {
        for (int i = 0; i < 20; i++) {
            assertThat(mira.post("/papers/submit", "paper", "2608.88%03d".formatted(i))
                            .statusCode())
                    .isEqualTo(422);
        }
        assertThat(mira.post("/papers/submit", "paper", "2608.88888").statusCode())
                .isEqualTo(429);
    }

    private long number(String name) {
        return server.catalogue().find(name).orElseThrow().number();
    }
}
