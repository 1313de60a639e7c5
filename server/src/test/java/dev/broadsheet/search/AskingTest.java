package dev.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Ranking;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a searcher can ask, from the query as typed to the answer. */
class AskingTest {
    private Database database;
    private Catalogue catalogue;
    private SearchRoom room;

    @BeforeEach
    void open(@TempDir Path folder) {
        DataFolder data = DataFolder.open(folder);
        database = Database.sqlite(data.catalogue());
        catalogue = new Catalogue(database);
        room = SearchRoom.open(
                data,
                catalogue,
                Clock.systemUTC(),
                SearchRoom.Options.INDEXING,
                List.of(new BagOfWords("one", 48), new BagOfWords("two", 32)));
    }

    @AfterEach
    void close() {
        room.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Attention is all you need",
                "“Attention Is All You Need.”",
                "\"attention is all\nyou need\"",
                "Attention is all you\n  need",
                "Vaswani et al., Attention is all you need, NeurIPS 2017",
                "Vaswani et al., \"Attention is all you need,\" NeurIPS 2017",
                "Ashish Vaswani, Noam Shazeer. (2017). Attention Is All You Need. Advances in Neural Information"
                        + " Processing Systems, 30.",
                "Ashish Vaswani, Noam Shazeer (2017). Some other printing of it. arXiv:1706.03762",
                "attention is all you need vaswani",
                "attention is all you need paper",
                "@inproceedings{vaswani2017attention,\n  title={Attention is {A}ll you need},\n"
                        + "  author={Vaswani, Ashish and Shazeer, Noam},\n  year={2017}\n}",
                "@misc{x, title = \"Attention {I}s All You Need\", author = \"A. Vaswani\", eprint = \"none\"}",
                "@misc{x, title={Unknown}, eprint={1706.03762}, archivePrefix={arXiv}}",
                "see https://arxiv.org/abs/1706.03762v5, please",
                "as shown in (10.1234/attention).",
                "DOI: 10.1234/ATTENTION and others",
                "<https://doi.org/10.1234/attention>; 2017",
            })
    void aPastedTitleCitationOrNameFindsThatPaperFirst(String query) {
        add(paper("Attention").abstractText("All you need is attention, attention is all you need, need attention."));
        long meant = add(paper("Attention Is All You Need")
                .abstractText("Nothing about it here.")
                .authors(authors("Ashish Vaswani", "Noam Shazeer"))
                .published(new PartialDate("2017-06-12"))
                .identifier(new Identifier(Identifier.Scheme.ARXIV, "1706.03762"))
                .identifier(new Identifier(Identifier.Scheme.DOI, "10.1234/attention")));
        add(paper("Is attention all you need? Vaswani et al. at NeurIPS 2017")
                .abstractText("Advances in neural information processing systems. See DOI and others."));
        add(paper("You need").authors(authors("Someone Else")));
        settle();

        assertThat(numbers(ask(query))).startsWith(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a survey of large language models for code generation",
                "a survey of large language models 1999",
                "introduction to graph theory",
                "large language models"
            })
    void aTitleWithinAnOrdinaryQueryIsNotWhatIsMeant(String query) {
        add(paper("A survey of large language models")
                .authors(authors("Ada Lovelace"))
                .published(new PartialDate("2023")));
        add(paper("Introduction").authors(authors("Graph Theory")));
        add(paper("Of large").authors(authors("Nobody")));
        settle();

        assertThat(room.search(new SearchRequest(
                                query, 10, Filters.NONE, Ranking.FULL, SearchRequest.Order.RELEVANCE, null, true))
                        .hits())
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.why())
                        .isNotNull()
                        .extracting(Explanation::rule)
                        .isNull());
    }

    @Test
    void whatIsExcludedIsNotPutFirstEither() {
        long one = add(paper("Graph networks").authors(authors("Ada Lovelace")));
        long other = add(paper("Graph theory"));
        settle();

        assertThat(numbers(ask("graph -networks"))).containsExactly(other);
        assertThat(numbers(ask("graph networks -author:lovelace"))).doesNotContain(one);
        assertThat(numbers(ask("Lovelace, Graph networks, -graph"))).isEmpty();
    }

    @Test
    void onlyAConditionIsAnsweredNewestFirst() {
        long old = add(paper("Old").categories(List.of("cs.CL")).published(new PartialDate("2020")));
        long recent = add(paper("Recent").categories(List.of("cs.LG")).published(new PartialDate("2024")));
        add(paper("Other").categories(List.of("math.PR")).published(new PartialDate("2025")));
        settle();

        assertThat(numbers(ask("cat:cs.*"))).containsExactly(recent, old);
        assertThat(numbers(ask("cat:cs.* -year:2024"))).containsExactly(old);
    }

    @Test
    void aPhraseIsOrderedByItsWords() {
        long little = add(
                paper("Many things").abstractText("Among others, at some length, the neural collapse of networks."));
        long much = add(paper("Neural collapse").abstractText("Neural collapse, and neural collapse."));
        add(paper("Collapse of the neural"));
        settle();

        assertThat(numbers(ask("\"neural collapse\""))).containsExactly(much, little);
    }

    @Test
    void theWordsOfConditionsAreShownWhereTheyMatch() {
        String title = "Neural $\\ell_p$ collapse";
        add(paper(title).abstractText("Features without the forbidden."));
        settle();

        Hit hit = ask("\"l_p collapse\" abstract:features -other").hits().getFirst();

        assertThat(hit.titleMatches().stream().map(span -> title.substring(span.start(), span.end())))
                .containsExactly("$\\ell_p$", "collapse");
        assertThat(hit.abstractMatches()).hasSize(1);
    }

    @Test
    void manyLongNamesOfAuthorsAreAnswered() {
        add(paper("Graph networks").authors(authors("Ada Kern")));
        settle();
        String name = "author:aa.bb.cc.dd.ee.ff.gg.hh ";

        assertThat(ask(name.repeat(64)).hits()).isEmpty();
        assertThat(ask(name.repeat(32).replace(" author", " OR author") + "graph")
                        .didYouMean())
                .isNull();
    }

    @Test
    void mischiefIsAnswered() {
        Random random = new Random(3);
        IntStream.range(0, 30).forEach(i -> add(Papers.random(random)));
        settle();
        StringBuilder words = new StringBuilder();
        IntStream.range(0, 10_000).forEach(i -> words.append("graph").append(i).append(' '));
        for (String query : List.of(
                words.toString(),
                "title:\"" + words + "\"",
                words.toString().replace(" ", " OR "),
                words.toString().replace(" ", " -"),
                words.toString().replace(" ", " author:"),
                "\"".repeat(10_000),
                "(".repeat(10_000),
                "(-".repeat(10_000) + "a" + ")".repeat(10_000),
                "a OR OR OR",
                "OR",
                "-",
                "x",
                "*",
                "title:*",
                "-the -of",
                "the OR of",
                "title:😀",
                "author:😀 OR author:\u0301",
                "\"\u202e\u200f\"",
                "-\"\ud83d\" title:\ud83d",
                "cat:\0 id:\0",
                "id:(((",
                "year:2024-2020 graph",
                "(a+)+$ OR (a|a)*b",
                "\\".repeat(2_000),
                "_^{".repeat(700),
                "10.1234/".repeat(300),
                "arXiv:".repeat(300) + "1706.03762",
                "@misc{" + "{".repeat(2_000))) {
            for (Ranking ranking : Ranking.values()) {
                assertThat(room.search(new SearchRequest(query, 10, Filters.NONE, ranking))
                                .hits())
                        .as(query.substring(0, Math.min(40, query.length())))
                        .hasSizeLessThanOrEqualTo(10)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void conditionsAreAnsweredWhileTheIndexIsEmptyRebuiltAndSwapped() {
        assertThat(ask("graph -neural author:x \"a b\"").hits()).isEmpty();
        for (int i = 0; i < 300; i++) {
            add(paper("Graph number " + i).categories(List.of(i % 2 == 0 ? "cs.CL" : "math.PR")));
        }
        settle();
        CompletableFuture<Void> rebuilding = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 5; i++) {
                room.rebuild(applied -> {});
            }
        });

        int asked = 0;
        while (!rebuilding.isDone() || asked == 0) {
            assertThat(ask("title:graph -cat:cs.CL").hits())
                    .hasSize(150)
                    .allMatch(hit -> "math.PR".equals(hit.paper().metadata().primaryCategory()));
            asked++;
        }
        rebuilding.join();
    }

    private SearchAnswer ask(String query) {
        return room.search(SearchRequest.of(query, 200));
    }

    private void settle() {
        room.embedAll(progress -> {});
        room.catchUp();
    }

    private long add(MetadataBuilder metadata) {
        return catalogue.write(writer -> writer.add(metadata.build(), Instant.EPOCH));
    }

    private static MetadataBuilder paper(String title) {
        return Metadata.titled(title);
    }

    private static List<Author> authors(String... names) {
        return Arrays.stream(names).map(Author::named).toList();
    }

    private static List<Long> numbers(SearchAnswer answer) {
        return answer.hits().stream().map(hit -> hit.paper().number()).toList();
    }
}
