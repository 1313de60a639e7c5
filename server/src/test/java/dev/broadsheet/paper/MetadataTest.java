package dev.broadsheet.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MetadataTest {
    @Test
    void metadataWithNothingButATitleComeBackFromJson() {
        Metadata bare = Metadata.titled("Bare").build();
        assertThat(PaperJson.read(PaperJson.write(bare))).isEqualTo(bare);
        assertThat(PaperJson.write(bare)).isEqualTo("{\"title\":\"Bare\"}");
    }

    @Test
    void aPaperWithoutATitleIsRefused() {
        assertThatThrownBy(() -> Metadata.titled(" ").build()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLinkThatIsNoWebAddressIsRefused() {
        assertThatThrownBy(() -> Link.to(Link.Kind.PAGE, "javascript:alert(1)"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fieldsThisProgramDoesNotKnowAreIgnored() {
        assertThat(PaperJson.read("{\"title\":\"T\",\"later\":[1]}").title()).isEqualTo("T");
    }
}
