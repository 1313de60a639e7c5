package dev.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.testing.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebServerTest {
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
        assertThat(WebServerTest.class.getResource("/application.properties")).isNotNull();
        try (TestServer server = new TestServer(folder)) {
            assertThat(server.get("/status").statusCode()).isEqualTo(200);
        }
    }
}
