package dev.broadsheet.web.related;

import static dev.broadsheet.testing.SamplePapers.MATHEMATICS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.testing.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelatedPagesTest {
    /** Of a category that others are of too. */
    private static final String ONE = "2608.20000";

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aPaperLeadsToMoreLikeIt() {
        assertThat(server.get("/papers/" + ONE).body()).contains("href=\"/papers/related?like=" + ONE + "\"");

        HttpResponse<String> page = server.get("/papers/related?like=" + ONE);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Near to", "nearness 0.50", "More like this")
                .doesNotContain("Away from");
    }

    @Test
    void examplesCanBeAddedAvoidedAndSorted() {
        HttpResponse<String> page = server.get("/papers/related?like=" + ONE + "&unlike=" + MATHEMATICS + "&sort=date");

        assertThat(page.body())
                .contains("Away from")
                .contains("<span aria-current=\"true\">newest</span>")
                .contains("/papers/related?like=" + ONE + "&amp;sort=date");
    }

    @Test
    void whatIsNoExampleIsSaid() {
        assertThat(server.get("/papers/related").statusCode()).isEqualTo(400);
        assertThat(server.get("/papers/related?like=").statusCode()).isEqualTo(404);
        assertThat(server.get("/papers/related?like=no-such-paper").body()).contains("no-such-paper");
        assertThat(server.get("/papers/related?like=%3Cscript%3E").body()).doesNotContain("<script>");
        assertThat(server.get("/papers/related?like=" + ONE + "&sort=%00").statusCode())
                .isEqualTo(200);
        String many = "like=" + ONE + "&";
        assertThat(server.get("/papers/related?" + many.repeat(200)).statusCode())
                .as("more than twenty, before any of them is looked up")
                .isEqualTo(400);
    }
}
