package dev.broadsheet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.search.AskedFor;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.engine.EngineView;
import dev.broadsheet.search.follower.SearchEngine;
import dev.broadsheet.search.query.ParsedQuery;
import dev.broadsheet.search.query.QueryParser;
import dev.broadsheet.search.query.Scope;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Papers 1 to 4, the newest first among the answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionQueryTest {
    private Shelf shelf;
    private SearchEngine engine;

    @BeforeAll
    void fill(@TempDir Path folder) {
        shelf = new Shelf(folder);
        engine = shelf.engine();
        add(paper("Neural collapse in deep networks", "We study the geometry of last-layer features. Code is there.")
                .published(new PartialDate("2020-08-18"))
                .categories(List.of("cs.LG", "stat.ML"))
                .authors(authors("Vardan Papyan", "X. Y. Han"))
                .identifier(new Identifier(Identifier.Scheme.ARXIV, "2008.08186"))
                .link(Link.to(Link.Kind.CODE, "https://example.org/code")));
        add(paper("Collapse of neural networks", "A survey of the neural collapse of networks in $\\ell_p$ spaces.")
                .published(new PartialDate("2022"))
                .categories(List.of("math.PR"))
                .authors(authors("José Ángel Núñez", "J. N. Gómez"))
                .identifier(new Identifier(Identifier.Scheme.DOI, "10.1234/abc(5)")));
        add(paper(
                        "State-of-the-art sorting",
                        "Sorting takes $\\mathcal{O}(n \\log n)$ steps, the state of the art says.")
                .published(new PartialDate("2024-05-17"))
                .categories(List.of("cs.DS"))
                .authors(authors("J. Nunez", "Søren Łukasiewicz", "Plato"))
                .identifier(new Identifier(Identifier.Scheme.ARXIV, "hep-th/9901001")));
        add(paper("Quantum fields", "The art of the state.")
                .categories(List.of("hep-th"))
                .authors(authors("Wei Li", "Li Wang")));
        shelf.assertAgrees(engine, "four papers");
    }

    @AfterAll
    void close() {
        engine.close();
        shelf.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"neural collapse\" | 2 1",
                "\"collapse of the neural\" |",
                "\"collapse of neural networks\" | 2",
                "\"Networks, a SURVEY\" |",
                "title:\"neural collapse\" | 1",
                "title:collapse | 2 1",
                "title:survey |",
                "abstract:\"neural collapse\" | 2",
                "abstract:collapse | 2",
                "abstract:features | 1",
                "title:quantum abstract:art | 4",
                "-collapse | 3 4",
                "-\"neural collapse\" | 3 4",
                "-title:\"neural collapse\" | 3 2 4",
                "-state-of-the-art | 2 1 4",
                "state-of-the-art OR survey | 3 2",
                "neural features OR quantum | 1 4",
                "(neural OR sorting) -survey | 3 1",
                "(title:collapse OR cat:cs.DS) -(survey OR code) | 3",
                "the OR \"of the\" | 3 2 1 4",
                "-the -\"of the\" cat:cs.* | 3 1",
                "\"O(n log n)\" | 3",
                "\"ℓ_p spaces\" | 2",
                "abstract:l_p | 2",
                "cat:cs.LG | 1",
                "cat:CS.lg | 1",
                "cat:cs.* | 3 1",
                "cat:cs | 3 1",
                "cat:hep-th | 4",
                "cat:hep-th.* | 4",
                "cat:hep |",
                "-cat:cs | 2 4",
                "year:2022 | 2",
                "year:2020-2022 | 2 1",
                "year:2022-2020 |",
                "after:2022 | 3 2",
                "after:2024-05-17 | 3",
                "before:2024-05-17 | 2 1",
                "before:2024-06 | 3 2 1",
                "after:2020-08 before:2020-09 | 1",
                "-year:2000-2025 | 4",
                "has:code | 1",
                "-has:code | 3 2 4",
                "id:2008.08186 | 1",
                "id:arXiv:2008.08186v3 | 1",
                "id:https://arxiv.org/abs/2008.08186 | 1",
                "id:10.48550/arXiv.2008.08186 | 1",
                "id:10.1234/ABC(5) | 2",
                "id:https://doi.org/10.1234/abc(5) | 2",
                "id:hep-th/9901001 | 3",
                "id:nothing |",
                "author:nunez | 3 2",
                "author:Núñez | 3 2",
                "author:\"José Núñez\" | 3 2",
                "author:\"jose nunez\" | 3 2",
                "author:\"Nunez, Jose\" | 3 2",
                "author:\"J. Nuñez\" | 3 2",
                "author:\"Núñez J.A.\" | 2",
                "author:\"José Ángel Núñez\" | 2",
                "author:\"Juan Núñez\" | 3",
                "author:gomez | 2",
                "author:\"Jose Gomez\" | 2",
                "author:\"Vardan Han\" |",
                "author:han -author:papyan |",
                "author:lukasiewicz | 3",
                "author:\"Lukasiewicz, S.\" | 3",
                "author:plato | 3",
                "author:\"li wei\" | 4",
                "author:\"wei wang\" |",
                "author:\"Li Li\" |",
                "author:… | 3 2 1 4"
            })
    void conditionsHoldForThesePapers(String query, String papers) {
        ParsedQuery parsed = QueryParser.parse(query);
        assertThat(parsed.condition()).isNotNull();
        List<Long> expected = papers == null
                ? List.of()
                : Arrays.stream(papers.strip().split(" ")).map(Long::valueOf).toList();
        try (EngineView view = engine.view()) {
            assertThat(view.newest(Scope.of(parsed.condition()), 10)).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void theFilterForCodeIsTheSameAsTheCondition() {
        try (EngineView view = engine.view()) {
            assertThat(view.newest(AskedFor.by(new Filters(Set.of(), null, null, Set.of(), true)), 10))
                    .containsExactly(1L);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s OR end",
                "title:\"%s\"",
                "\"%s\"",
                "-\"%s\" abstract:\"%s\"",
                "author:\"%s\"",
                "cat:\"%s\"",
                "id:\"%s\""
            })
    void aConditionOfManyWordsStaysWithinTheEnginesLimits(String form) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            words.append("word").append(i).append(' ');
        }
        ParsedQuery parsed = QueryParser.parse(form.replace("%s", words.toString()));

        assertThat(IndexSearcher.getMaxClauseCount()).isGreaterThan(2 * ConditionQuery.MOST_WORDS);
        try (EngineView view = engine.view()) {
            Scope scope = Scope.of(parsed.condition());
            int found = form.startsWith("-") ? 4 : 0;
            assertThat(view.newest(scope, 10)).hasSize(found);
            assertThat(view.words("neural collapse " + parsed.text(), scope, 10))
                    .hasSize(found / 2);
            assertThat(view.meaning(0, Shelf.MODEL.query("graph"), scope, 10)).isEmpty();
        }
    }

    private void add(MetadataBuilder metadata) {
        shelf.add(metadata.build());
    }

    private static MetadataBuilder paper(String title, String text) {
        return Metadata.titled(title).abstractText(text);
    }

    private static List<Author> authors(String... names) {
        return Arrays.stream(names).map(Author::named).toList();
    }
}
