package dev.broadsheet.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.installation.Json;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.testing.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ProgramTest {
    @TempDir
    private Path folder;

    @Test
    void whatItIsGivenForSearchingIsAskedForStatusAndPagesAlike() {
        try (TestServer server = new TestServer(folder)) {
            JsonNode status = Json.PLAIN.readTree(server.get("/status.json").body());

            assertThat(status.at("/papers").asInt())
                    .isEqualTo(server.catalogue().size());
            assertThat(status.at("/rooms").isArray()).isTrue();
        }
    }

    @Test
    void tellsItsMetersAsPrometheusReadsThem() {
        try (TestServer server = TestServer.searching(folder, catalogue -> {})) {
            HttpResponse<String> answer = server.get("/metrics");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
            assertThat(answer.body())
                    .contains("# HELP broadsheet_search_papers Papers that are found by words")
                    .contains("broadsheet_search_papers 0.0")
                    .contains("jvm_memory_used_bytes");
        }
    }

    @Test
    void aFolderThatIsNotThereIsToldNotMade() {
        Path missing = folder.resolve("mistyped");

        assertThatThrownBy(() -> Program.openExisting(missing))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("There is no folder");
        assertThat(missing).doesNotExist();
    }

    @Test
    void whatWasOpenedIsClosedWhenTheRestCannotBe() throws Exception {
        Files.writeString(folder.resolve("catalogue.db"), "this is not a database, and long enough to be looked at");

        assertThatThrownBy(() -> Program.open(folder)).isInstanceOf(OperatorException.class);

        Files.delete(folder.resolve("catalogue.db"));
        try (Program program = Program.open(folder)) {
            assertThat(program.catalogue().size()).isZero();
            assertThat(Duration.between(program.clock().instant(), Instant.now())
                            .abs())
                    .isLessThan(Duration.ofMinutes(1));
        }
    }

    @Test
    void closesWhatItOpenedOnlyOnce() {
        Program program = Program.open(folder, ProgramOptions.usual());
        assertThat(program.indexing()).isSameAs(program.indexing());

        program.close();
        program.close();
    }
}
