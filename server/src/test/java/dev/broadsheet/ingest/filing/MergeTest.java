package dev.broadsheet.ingest.filing;

import static dev.broadsheet.ingest.Records.arxiv;
import static dev.broadsheet.ingest.Records.doi;
import static dev.broadsheet.ingest.Records.known;
import static dev.broadsheet.ingest.Records.titled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.paper.Version;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeTest {
    private final KnownRecord registered = known(
            "arxiv",
            "2501.00001",
            titled("Title of the register", "Ada Lovelace")
                    .abstractText("By the authors")
                    .categories(List.of("cs.LG"))
                    .announced(new PartialDate("2025-01-03"))
                    .versions(List.of(new Version(1, null)))
                    .link(Link.to(Link.Kind.CODE, "https://example.org/code"))
                    .identifier(arxiv("2501.00001")));
    private final KnownRecord listed = known(
            "huggingface",
            "2501.00001",
            titled("Title of the list", "Ada Lovelace", "Charles Babbage")
                    .abstractText("By someone else")
                    .abstractNote("A summary in other words")
                    .published(new PartialDate("2025-01-02"))
                    .synopsis("In one sentence")
                    .link(new Link(Link.Kind.CODE, "https://example.org/code", 30))
                    .identifier(arxiv("2501.00001")));
    private final KnownRecord cited = known(
            "bibtex",
            "doi:10.1000/a",
            titled("Title of the bibliography", "Ada Lovelace", "and", "many", "more")
                    .published(new PartialDate("2025"))
                    .journalReference("Notes 7")
                    .identifier(doi("10.1000/a")));

    @Test
    void aSingleRecordIsThePaper() {
        assertThat(Merge.of(List.of(listed))).isEqualTo(listed.metadata());
    }

    @Test
    void eachFieldComesFromWhoKnowsItBest() {
        Metadata merged = Merge.of(List.of(cited, listed, registered));
        assertThat(merged.title()).isEqualTo("Title of the register");
        assertThat(merged.abstractText()).isEqualTo("By the authors");
        assertThat(merged.abstractNote()).isNull();
        assertThat(merged.authors()).isEqualTo(registered.metadata().authors());
        assertThat(merged.published()).isEqualTo(new PartialDate("2025-01-02"));
        assertThat(merged.announced()).isEqualTo(new PartialDate("2025-01-03"));
        assertThat(merged.synopsis()).isEqualTo("In one sentence");
        assertThat(merged.journalReference()).isEqualTo("Notes 7");
        assertThat(merged.links()).containsExactly(new Link(Link.Kind.CODE, "https://example.org/code", 30));
        assertThat(merged.identifiers()).contains(arxiv("2501.00001"), doi("10.1000/a"));
    }

    @Test
    void theOrderDoesNotMatter() {
        Metadata merged = Merge.of(List.of(registered, listed, cited));
        assertThat(Merge.of(List.of(cited, listed, registered))).isEqualTo(merged);
        assertThat(Merge.of(List.of(listed, registered, cited))).isEqualTo(merged);
    }

    @Test
    void aRetractionByARegisterWithdrawsThePaperOfAnother() {
        KnownRecord retracted = known(
                "crossref",
                "10.1000/a",
                titled("Title of the journal").withdrawn(true).identifier(doi("10.1000/a")));
        assertThat(Merge.of(List.of(registered, cited)).withdrawn()).isFalse();
        assertThat(Merge.of(List.of(registered, cited, retracted)).withdrawn()).isTrue();
    }

    @Test
    void aNoteStaysWithItsAbstract() {
        Metadata merged = Merge.of(List.of(cited, listed));
        assertThat(merged.abstractText()).isEqualTo("By someone else");
        assertThat(merged.abstractNote()).isEqualTo("A summary in other words");
    }
}
