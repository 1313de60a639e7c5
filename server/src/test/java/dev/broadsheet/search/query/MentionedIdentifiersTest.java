package dev.broadsheet.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Identifier;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionedIdentifiersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "see arXiv:1706.03762v5. | arxiv:1706.03762",
                "see arXiv: 1706.03762, p. 3 | arxiv:1706.03762",
                "(arXiv:hep-th/9901001) | arxiv:hep-th/9901001",
                "url={https://arxiv.org/abs/1706.03762}, | arxiv:1706.03762",
                "eprint={1706.03762}, year={2017} | arxiv:1706.03762",
                "doi = \"10.1234/Abc.5\", | doi:10.1234/abc.5",
                "in 10.1016/S0022-2836(05)80360-2. | doi:10.1016/s0022-2836(05)80360-2",
                "(doi:10.1016/S0022-2836(05)80360-2) | doi:10.1016/s0022-2836(05)80360-2",
                "as in <https://doi.org/10.1234/abc>; | doi:10.1234/abc",
                "PMID: 123456 | pubmed:123456",
                "https://openreview.net/forum?id=abcDEF1234 says | openreview:abcDEF1234",
                "see https://aclanthology.org/P19-1001/ | acl:P19-1001"
            })
    void identifiersAreFoundWithinATextOfAnyForm(String text, String identifier) {
        assertThat(MentionedIdentifiers.in(text))
                .extracting(Identifier::toString)
                .containsExactly(identifier);
    }

    @Test
    void severalComeInTheirOrderAndEachOnce() {
        assertThat(MentionedIdentifiers.in("2101.00002 and 2101.00001 and arXiv:2101.00002v3"))
                .extracting(Identifier::name)
                .containsExactly("2101.00002", "2101.00001");
        StringBuilder many = new StringBuilder();
        for (int i = 1000; i < 1100; i++) {
            many.append("2101.0").append(i).append(' ');
        }
        assertThat(MentionedIdentifiers.in(many.toString())).hasSize(MentionedIdentifiers.MOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "attention is all you need",
                "state-of-the-art in 2017, pp. 5-10",
                "3.14 and 10.5 and 1/2",
                "version 2.0.1 (beta)",
                "((((((",
                "{{{{\"\"\"\",,,;;;"
            })
    void proseNamesNothing(String text) {
        assertThat(MentionedIdentifiers.in(text)).isEmpty();
    }

    @Test
    void anyTextIsRead() {
        List<String> pieces =
                List.of("10.1234/", "a", ")", "(", "{", "}", ",", ".", " ", "1706.03762", "arXiv:", "%zz", "\ud83d");
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(60), 0, pieces.size()).forEach(i -> text.append(pieces.get(i)));
            assertThat(MentionedIdentifiers.in(text.toString()))
                    .as("seed %d: %s", seed, text)
                    .doesNotContainNull()
                    .hasSizeLessThanOrEqualTo(MentionedIdentifiers.MOST);
        }
    }
}
