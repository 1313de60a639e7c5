package dev.broadsheet.installation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
    private record Holder(String user, Secret password) {}

    @Test
    void doesNotShowInTheTextOfWhatHoldsIt() {
        assertThat(new Holder("me", new Secret("hunter2")))
                .asString()
                .doesNotContain("hunter2")
                .contains("(secret)");
        assertThat(Secret.NONE).hasToString("(none)");
    }

    @Test
    void isRevealedToWhoeverHasToPresentIt() {
        assertThat(new Secret("hunter2").reveal()).isEqualTo("hunter2");
        assertThat(new Secret("hunter2")).isEqualTo(new Secret("hunter2")).isNotEqualTo(Secret.NONE);
    }
}
