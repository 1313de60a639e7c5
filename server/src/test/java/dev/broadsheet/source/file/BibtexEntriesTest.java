package dev.broadsheet.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.Format;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BibtexEntriesTest {
    private static final String CHILD = "@inproceedings{c, title={Child}, author={A. B.}, crossref={P}}\n";
    private static final String PARENT =
            "@proceedings{p, title={Proceedings of X}, year=2001, month=jun, editor={E}, doi={10.1000/parent}}\n";

    @ParameterizedTest
    @ValueSource(strings = {CHILD + PARENT, PARENT + CHILD, CHILD + "@misc{m, title={Between}}\n" + PARENT})
    void anEntryInheritsFromItsCrossReference(String text) {
        FileReadings readings = FileReadings.of(text);
        assertThat(readings.rejects()).isEmpty();
        Metadata child = paper(readings, "Child");
        assertThat(child.journalReference()).isEqualTo("Proceedings of X");
        assertThat(child.published()).isEqualTo(new PartialDate("2001-06"));
        assertThat(child.identifiers()).isEmpty();
        assertThat(paper(readings, "Proceedings of X").identifiers()).hasToString("[doi:10.1000/parent]");
    }

    @Test
    void whatAnEntrySaysItselfIsNotInherited() {
        FileReadings readings = FileReadings.of(
                "@inproceedings{c, title={Child}, booktitle={Own}, date={1999-05}, crossref=\"p\"}\n" + PARENT);
        Metadata child = paper(readings, "Child");
        assertThat(child.journalReference()).isEqualTo("Own");
        assertThat(child.published()).isEqualTo(new PartialDate("1999-05"));
    }

    @Test
    void theParentsTitleIsNoTitleOfAnEntryWithoutOne() {
        FileReadings readings = FileReadings.of("@inproceedings{c, crossref={p}}\n" + PARENT);
        assertThat(readings.records()).hasSize(1);
        assertThat(readings.rejects()).extracting("reason").containsExactly("no title");
        assertThat(readings.rejects()).extracting("place").containsExactly("line 1");
    }

    @Test
    void entriesWithoutTheirCrossReferenceAreReadWithoutIt() {
        String circle = "@misc{a, title={A}, crossref={b}}\n@misc{b, title={B}, crossref={a}}\n";
        FileReadings readings = FileReadings.of(CHILD + circle + "@misc{s, title={Self}, crossref={s}}\n");
        assertThat(readings.rejects()).isEmpty();
        assertThat(readings.records())
                .extracting(r -> r.metadata().title())
                .containsExactlyInAnyOrder("Child", "A", "B", "Self");
    }

    @Test
    void aBadParentCostsNoChild() {
        FileReadings readings = FileReadings.of(CHILD + "@proceedings{p, = ,}\n@misc{m, title={M}}\n");
        assertThat(readings.rejects()).hasSize(1);
        assertThat(readings.records()).extracting(r -> r.metadata().title()).containsExactlyInAnyOrder("Child", "M");
    }

    @Test
    void readingGoesOnAtAnyEntryAmongCrossReferences() {
        String text = CHILD + "@misc{m, title={M}}\n" + PARENT + "@inproceedings{d, title={D}, crossref={p}}\n";
        FileReadings whole = FileReadings.of(text);
        for (int passed = 0; passed <= 4; passed++) {
            FileReadings rest = FileReadings.of(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    Format.AUTO,
                    Integer.toString(passed));
            assertThat(rest.items()).isEqualTo(whole.items().subList(passed, 4));
        }
    }

    @Test
    void aLongChainOfCrossReferencesIsRead() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("@misc{k%d, title={T %d}, crossref={k%d}}\n".formatted(i, i, i + 1));
        }
        assertThat(FileReadings.of(text + "@misc{k20000, title={Last}, year=2000}\n")
                        .records())
                .hasSize(20_001);
    }

    @Test
    void parenthesesEncloseAnEntryAsBracesDo() {
        FileReadings readings = FileReadings.of("""
                @string(jml = "Journal (of) Learning")
                @comment(nothing to see)
                @preamble( "x" )
                @ARTICLE(one, title = {A (small) title}, note = "with ) and (", journal = jml)
                @article ( two, title = "Second", year = 2001 ) @misc{three, title={Third}}
                """);
        assertThat(readings.rejects()).isEmpty();
        assertThat(readings.only(3).metadata().title()).isEqualTo("Third");
        assertThat(paper(readings, "A (small) title").journalReference()).isEqualTo("Journal (of) Learning");
        assertThat(paper(readings, "A (small) title").comments()).isEqualTo("with ) and (");
        assertThat(paper(readings, "Second").published()).isEqualTo(new PartialDate("2001"));
    }

    @Test
    void aBadDateDoesNotLoseTheYear() {
        assertThat(FileReadings.of("@misc{a, title={T}, date={forthcoming}, year=2001, month=may}")
                        .only()
                        .metadata()
                        .published())
                .isEqualTo(new PartialDate("2001-05"));
    }

    @Test
    void whatStandsBeforeTheFirstEntryIsPassedOver() {
        FileReadings readings = FileReadings.of("""
                \uFEFF
                {Exported} by someone@example (2020)
                % @misc{old, title={Commented out}}
                %@misc{older,
                %  title={Commented out too}}

                \uFEFF@misc{a, title={T}}
                """);
        assertThat(readings.only().metadata().title()).isEqualTo("T");
    }

    @Test
    void hostileEntriesOfFourMillionLettersAreReadOrRejected() {
        int size = 4 << 20;
        FileReadings readings = FileReadings.of("@misc{a, title={A}, author={A" + " ".repeat(size) + "B}}\n"
                + "@misc{b, title=" + "b".repeat(size) + "}\n"
                + "@misc{c, %" + "c,".repeat(size / 2) + "\ntitle={C}}\n"
                + "@misc{d, title={D}, author={" + "x and ".repeat(size / 6) + "y}}\n");
        assertThat(readings.records()).extracting(r -> r.metadata().title()).containsExactly("A", "D");
        assertThat(readings.records().getFirst().metadata().authors()).containsExactly(Author.named("A B"));
        assertThat(readings.rejects())
                .extracting("reason")
                .allMatch(reason -> reason.toString().contains("10000 letters"));
    }

    @Test
    void manyAbbreviationsAreKeptUpToABound() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 25_000; i++) {
            text.append("@string{s%d = {Value %d}}\n".formatted(i, i));
        }
        FileReadings readings = FileReadings.of(text + "@misc{a, title=s12345}\n");
        assertThat(readings.only(1).metadata().title()).isEqualTo("Value 12345");
        assertThat(readings.rejects()).isNotEmpty().extracting("reason").containsOnly("more than 20000 abbreviations");
    }

    @Test
    void noAbbreviationEndsTheImport() {
        String[] parts = {"@string", "{", "}", "(", ")", "\"", "=", "#", "a", " ", "%", "\n", ",", "\\", "é", "1"};
        for (long seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder("@string{");
            for (int i = random.nextInt(8); i >= 0; i--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            FileReadings readings = FileReadings.of(text + "\n@misc{good, title={Good}}\n");
            assertThat(readings.broken()).as("seed %d", seed).isNull();
            assertThat(readings.records()).as("seed %d", seed).isNotEmpty();
        }
    }

    private static Metadata paper(FileReadings readings, String title) {
        return readings.records().stream()
                .map(r -> r.metadata())
                .filter(metadata -> metadata.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
