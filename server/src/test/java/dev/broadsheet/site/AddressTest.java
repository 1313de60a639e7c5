package dev.broadsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void parametersStandInTheOrderInWhichTheyWereNamed() {
        Address address = Address.of("/papers")
                .asking("q", "")
                .with("category", List.of("cs.CL", "math.*"))
                .with("sort", "");
        assertThat(address.href()).isEqualTo("/papers?q=&category=cs.CL&category=math.%2A");
        assertThat(address.with("sort", "date")
                        .with("category", List.of())
                        .asking("q", "a b")
                        .href())
                .isEqualTo("/papers?q=a%20b&sort=date");
        assertThat(Address.of("/papers").href()).isEqualTo("/papers");
    }

    @Test
    void nothingInAValueBecomesPartOfTheAddress() {
        assertThat(Address.of("/papers").with("q", "a&b=c#d%20+é<\"").href())
                .isEqualTo("/papers?q=a%26b%3Dc%23d%2520%2B%C3%A9%3C%22");
    }
}
