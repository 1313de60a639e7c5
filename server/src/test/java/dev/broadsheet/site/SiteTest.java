package dev.broadsheet.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTest {
    @ParameterizedTest
    @CsvSource({
        "server.servlet.context-path, /elsewhere",
        "server.compression.enabled, false",
        "spring.application.json, {\"server.servlet.context-path\":\"/elsewhere\"}",
        "spring.config.import, file:./nowhere.properties"
    })
    void aPropertyOfTheMachineChangesNothing(String name, String value, @TempDir Path folder) {
        System.setProperty(name, value);
        try (TestServer server = new TestServer(folder)) {
            assertThat(server.get("/papers/date/2026-08-21", "Accept-Encoding", "gzip")
                            .headers()
                            .firstValue("Content-Encoding"))
                    .contains("gzip");
        } finally {
            System.clearProperty(name);
        }
    }

    /** The one on the tests' class path would move every address. */
    @Test
    void aConfigurationFileOfSpringChangesNothing(@TempDir Path folder) {
        assertThat(SiteTest.class.getResource("/application.properties")).isNotNull();
        try (TestServer server = new TestServer(folder)) {
            assertThat(server.get("/status").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPortInUseIsExplained() {
        try (Site first = Site.start("localhost", 0, () -> Edition.DEFAULT, List.of())) {
            int port = first.port();
            assertThatThrownBy(() -> Site.start("localhost", port, () -> Edition.DEFAULT, List.of()))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("Port " + port + " is already in use");
        }
    }
}
