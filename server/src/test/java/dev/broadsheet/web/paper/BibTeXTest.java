package dev.broadsheet.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PaperId;
import dev.broadsheet.paper.PartialDate;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.ParseException;
import org.junit.jupiter.api.Test;

class BibTeXTest {
    @Test
    void aPreprintIsCitedByItsArxivName() {
        Metadata metadata = Metadata.titled("The $\\ell_1$ Way: 50% of R&D")
                .authors(List.of(Author.named("Paul Erdős"), Author.named("Bread and Butter, Inc.")))
                .categories(List.of("math.CO"))
                .published(new PartialDate("2026-08-19"))
                .identifier(new Identifier(Identifier.Scheme.ARXIV, "2608.12345"))
                .build();
        assertThat(BibTeX.of(paper("2608.12345", metadata))).isEqualTo("""
                @misc{erdos2026,
                  title = {{The $\\ell_1$ Way: 50\\% of R\\&D}},
                  author = {Paul Erdős and {Bread and Butter, Inc.}},
                  year = {2026},
                  eprint = {2608.12345},
                  archivePrefix = {arXiv},
                  primaryClass = {math.CO},
                  url = {https://arxiv.org/abs/2608.12345}
                }
                """);
    }

    @Test
    void aPaperOfWhichNothingIsKnownStillHasAKey() {
        assertThat(BibTeX.of(paper("b-aaaaaaaaaa", Metadata.titled("報紙").build())))
                .isEqualTo("@misc{paper-baaaaaaaaaa,\n  title = {{報紙}}\n}\n");
    }

    @Test
    void whateverTheTitleAParserReadsTheEntry() throws ParseException {
        long seed = 7;
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "{", "}", "\\", "$", "\"", "%", "&", "#", "_", "~", "^", "a", "word", " ", "@", ",", "=", "\\alpha",
                "$x^{2}$", "$}$", "é");
        for (int round = 0; round < 2000; round++) {
            String title = "T"
                    + random.ints(random.nextInt(12), 0, pieces.size())
                            .mapToObj(pieces::get)
                            .collect(Collectors.joining());
            Metadata metadata = Metadata.titled(title)
                    .authors(List.of(Author.named(title)))
                    .published(new PartialDate("2026"))
                    .build();
            String entry = BibTeX.of(paper("b-aaaaaaaaaa", metadata));
            BibTeXEntry read = new BibTeXParser()
                    .parseFully(new StringReader(entry))
                    .getEntries()
                    .values()
                    .iterator()
                    .next();
            assertThat(read.getField(new Key("year")).toUserString())
                    .as("seed %d, title %s", seed, title)
                    .isEqualTo("2026");
            assertThat(read.getField(BibTeXEntry.KEY_TITLE))
                    .as("seed %d, title %s", seed, title)
                    .isNotNull();
        }
    }

    private static Paper paper(String id, Metadata metadata) {
        return new Paper(1, new PaperId(id), 1, metadata, Instant.EPOCH);
    }
}
