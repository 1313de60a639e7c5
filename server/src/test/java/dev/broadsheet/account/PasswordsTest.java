package dev.broadsheet.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final Passwords PASSWORDS = new Passwords();

    @AfterAll
    static void close() {
        PASSWORDS.close();
    }

    @Test
    void theRightOneIsRightAndNoOther() {
        String stored = PASSWORDS.encoded("correct horse");

        assertThat(stored).startsWith("{bcrypt}").doesNotContain("horse");
        assertThat(PASSWORDS.isRight("correct horse", stored)).isTrue();
        assertThat(PASSWORDS.isRight("Correct horse", stored)).isFalse();
        assertThat(PASSWORDS.isRight("", stored)).isFalse();
        assertThat(PASSWORDS.isRight("correct horse", null)).isFalse();
        assertThat(PASSWORDS.isRight("x".repeat(1_000_000), stored)).isFalse();
    }

    @Test
    void allOfALongOneCounts() {
        String stored = PASSWORDS.encoded("ü".repeat(100) + "1");

        assertThat(PASSWORDS.isRight("ü".repeat(100) + "1", stored)).isTrue();
        assertThat(PASSWORDS.isRight("ü".repeat(100) + "2", stored)).isFalse();
        assertThat(PASSWORDS.isRight("ü".repeat(36), stored)).isFalse();
    }

    @Test
    void anAccentIsTheSameFromEveryKeyboard() {
        assertThat(PASSWORDS.isRight("cafe\u0301 au lait", PASSWORDS.encoded("café au lait")))
                .isTrue();
    }

    @Test
    void oneOfTwelveCharactersWillDo() {
        assertThat(Passwords.complaint("12345678901")).isPresent();
        assertThat(Passwords.complaint("123456789012")).isEmpty();
        assertThat(Passwords.complaint("\uD83C\uDF3B".repeat(11))).isPresent();
        assertThat(Passwords.complaint("x".repeat(200))).isEmpty();
        assertThat(Passwords.complaint("x".repeat(201))).isPresent();
    }
}
