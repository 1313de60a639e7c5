package dev.broadsheet.search.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryWordTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spectral bias of neural networks | spectral neural networks",
                "Spectral, (neural) \"networks\"! | Spectral neural networks",
                "self-attention in vision-language models | attention vision language models",
                "title:spectral abstract:\"neural networks\" | spectral neural networks",
                "Newton's methods | Newton methods",
                "Erdős naïveté | Erdős naïveté",
                "graph of size | graph",
            })
    void ordinaryWordsAreLookedInto(String query, String words) {
        assertThat(texts(query)).containsExactly(words.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GPT-4o RLHF LLaMA DeepSeek",
                "arXiv:2501.01234",
                "10.5555/abcdefgh",
                "https://example.org/papers",
                "$\\mathcal{abcdef}$ $ abcdef ghijkl $",
                "\\alpha\\abcdef ell_pqrst x^abcdef",
                "-without -\"abcdef ghijkl\"",
                "cat:cs.abcdef year:twothousand id:abcdefgh",
                "注意力机制 нейронные сети",
                "a bc def ghij",
                "word2vector"
            })
    void identifiersAcronymsTexAndWhatIsUnwantedAreNot(String query) {
        assertThat(texts(query)).isEmpty();
    }

    @Test
    void whatBelongsToAnAuthorIsAName() {
        assertThat(QueryWord.of("author:\"Ashish Vaswani\" attention author:hinton"))
                .containsExactly(
                        new QueryWord("Ashish", 8, true),
                        new QueryWord("Vaswani", 15, true),
                        new QueryWord("attention", 24, false),
                        new QueryWord("hinton", 41, true));
    }

    private static List<String> texts(String query) {
        return QueryWord.of(query).stream().map(QueryWord::text).toList();
    }
}
