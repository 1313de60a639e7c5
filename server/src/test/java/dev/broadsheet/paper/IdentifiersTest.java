package dev.broadsheet.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.Identifier.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    @ParameterizedTest
    @CsvSource({
        "2501.01234, arxiv:2501.01234",
        "' arXiv: 0704.0001v12 ', arxiv:0704.0001",
        "cond-mat/9901001, arxiv:cond-mat/9901001",
        "math.GT/0309136v1, arxiv:math/0309136",
        "https://arxiv.org/pdf/cs/0501001v2, arxiv:cs/0501001",
        "10.48550/ARXIV.2501.01234, arxiv:2501.01234",
        "https://doi.org/10.1038/S41586-020-2649-2, doi:10.1038/s41586-020-2649-2",
        "'10.1000/182.', doi:10.1000/182",
        "https://openreview.net/forum?id=HkNDsiC9KQ, openreview:HkNDsiC9KQ",
        "https://aclanthology.org/P19-1001.pdf, acl:P19-1001",
        "2020.acl-main.1, ''",
        "https://aclanthology.org/2020.acl-main.1/, acl:2020.acl-main.1",
        "PMID: 31452104, pubmed:31452104",
        "https://openalex.org/w2741809807, openalex:W2741809807",
        "b-abcdefghij, broadsheet:b-abcdefghij",
        "https://papers.example.org/papers/b-abcdefghij, broadsheet:b-abcdefghij",
    })
    void writtenFormsAreRecognised(String written, String expected) {
        assertThat(Identifiers.recognise(written).map(Identifier::toString).orElse(""))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "attention",
                "3.14",
                "10.1000",
                "2501.1",
                "2513.01234",
                "1900.12345",
                "section/1234567",
                "cs-x/0501001",
                "12345678",
                "arXiv",
                "doi:",
                "%",
                "%zz",
                "../../etc/passwd"
            })
    void otherTextsAreNoIdentifiers(String text) {
        assertThat(Identifiers.recognise(text)).isEmpty();
    }

    @Test
    void aFieldNamedAfterItsSchemeHoldsTheBareName() {
        assertThat(Identifiers.recognise(Scheme.PUBMED, "31452104"))
                .contains(new Identifier(Scheme.PUBMED, "31452104"));
        assertThat(Identifiers.recognise(Scheme.ACL, "P19-1001")).contains(new Identifier(Scheme.ACL, "P19-1001"));
        assertThat(Identifiers.recognise(Scheme.PUBMED, "2501.01234")).isEmpty();
    }

    @Test
    void veryLongAndHostileTextsAreAnsweredAtOnce() {
        assertThat(Identifiers.recognise("a".repeat(1_000_000))).isEmpty();
        assertThat(Identifiers.recognise("a-".repeat(190) + "/")).isEmpty();
    }
}
