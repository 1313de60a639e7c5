package dev.broadsheet.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Author;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArxivAuthorsTest {
    @Test
    void commasAndTheWordAndPartThem() {
        assertThat(names("Ada Byron, Emil Post and Rózsa Péter"))
                .containsExactly("Ada Byron", "Emil Post", "Rózsa Péter");
        assertThat(names("Ada Byron, Emil Post, and\n  Rózsa Péter"))
                .containsExactly("Ada Byron", "Emil Post", "Rózsa Péter");
        assertThat(names("Alexander Andersen")).containsExactly("Alexander Andersen");
    }

    @Test
    void texLettersAreLetters() {
        assertThat(names("Ren\\'e Thom, J\\\"urgen M{\\\"u}ller, {\\L}ukasz Ko\\l{}odziej, Ho\\`ang Tu\\d{y}"))
                .containsExactly("René Thom", "Jürgen Müller", "Łukasz Kołodziej", "Hoàng Tuỵ");
    }

    @Test
    void affiliationsStandInParentheses() {
        assertThat(ArxivAuthors.read("Ada Byron (Ockham, Surrey), Emil Post (CCNY and Columbia)"))
                .containsExactly(
                        new Author("Ada Byron", null, List.of("Ockham, Surrey")),
                        new Author("Emil Post", null, List.of("CCNY and Columbia")));
    }

    @Test
    void numbersAreExplainedAtTheEnd() {
        assertThat(ArxivAuthors.read(
                        "A. One (1), B. Two (1 and 2), C. Three (2) ((1) First House (North), (2) Second House)"))
                .containsExactly(
                        new Author("A. One", null, List.of("First House (North)")),
                        new Author("B. Two", null, List.of("First House (North)", "Second House")),
                        new Author("C. Three", null, List.of("Second House")));
    }

    @Test
    void aCollaborationIsAnAuthor() {
        assertThat(names("ZEBRA Collaboration: A. One, B. Two"))
                .containsExactly("ZEBRA Collaboration", "A. One", "B. Two");
        assertThat(names("A. One (for the ZEBRA Collaboration)")).containsExactly("A. One");
    }

    @Test
    void aSuffixBelongsToTheNameBefore() {
        assertThat(names("Sam Hill, Jr., Ann Dale")).containsExactly("Sam Hill Jr.", "Ann Dale");
    }

    @Test
    void oneNameWithoutEndAndOpenParenthesesDoNoHarm() {
        assertThat(names("A. One (Somewhere, B. Two")).containsExactly("A. One");
        assertThat(names("")).isEmpty();
        assertThat(names(", and , ()")).isEmpty();
        assertThat(names("(".repeat(20_000))).isEmpty();
    }

    @Test
    void thousandsAreRead() {
        String text = IntStream.range(0, 4000).mapToObj(i -> "A. Name" + i).collect(Collectors.joining(", "));
        assertThat(names(text)).hasSize(4000).endsWith("A. Name3999");
    }

    private static List<String> names(String text) {
        return ArxivAuthors.read(text).stream().map(Author::name).toList();
    }
}
