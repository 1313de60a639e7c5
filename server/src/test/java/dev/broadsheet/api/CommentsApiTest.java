package dev.broadsheet.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.Role;
import dev.broadsheet.testing.SamplePapers;
import dev.broadsheet.testing.TestServer;
import dev.broadsheet.testing.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Comments as clients of Hugging Face's papers API read them. */
class CommentsApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PAPER = "/api/papers/" + SamplePapers.MATHEMATICS;

    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void commentsAreWrittenAsClientsReadThem() {
        String number = String.valueOf(
                server.catalogue().find(SamplePapers.MATHEMATICS).orElseThrow().number());
        Visitor mira = server.visitor("mira", Role.MEMBER);
        Visitor tomas = server.visitor("tomas", Role.MEMBER);
        mira.post("/comments", "paper", number, "text", "Nice *work*");
        tomas.post("/comments", "parent", "1", "text", "Thank you");
        tomas.post("/comments/2/edit", "edits", "0", "text", "Thank you!");
        tomas.post("/comments/1/react", "reaction", "agree");
        mira.post("/comments", "paper", number, "text", "https://a.example https://b.example waits");

        JsonNode comments = comments();
        assertThat(comments).hasSize(2);
        JsonNode first = comments.get(0);
        assertThat(first.path("id").asString()).matches("[0-9a-f]{24}");
        assertThat(first.path("createdAt").asString()).isEqualTo("2026-08-22T12:00:00.000Z");
        assertThat(first.path("type").asString()).isEqualTo("comment");
        assertThat(first.path("author").path("name").asString()).isEqualTo("mira");
        assertThat(first.path("author").path("isMod").isBoolean()).isTrue();
        assertThat(first.has("parentCommentId")).isFalse();
        JsonNode data = first.path("data");
        assertThat(data.path("edited").asBoolean(true)).isFalse();
        assertThat(data.path("hidden").asBoolean(true)).isFalse();
        assertThat(data.path("latest").path("raw").asString()).isEqualTo("Nice *work*");
        assertThat(data.path("latest").path("html").asString()).isEqualTo("<p>Nice <em>work</em></p>\n");
        assertThat(data.path("editors").get(0).asString()).isEqualTo("mira");
        assertThat(data.path("reactions").get(0).path("reaction").asString()).isEqualTo("👍");
        assertThat(data.path("reactions").get(0).path("users").get(0).asString())
                .isEqualTo("tomas");
        JsonNode second = comments.get(1);
        assertThat(second.path("parentCommentId").asString())
                .isEqualTo(first.path("id").asString());
        assertThat(second.path("data").path("numEdits").asInt()).isEqualTo(1);

        mira.post("/comments/1/delete");
        assertThat(comments()).hasSize(1);
    }

    @Test
    void commentsAreWrittenAsClientsWriteThem() {
        Visitor mira = server.visitor("mira", Role.MEMBER);

        HttpResponse<String> said = mira.postJson(PAPER + "/comment", "{\"comment\": \"Nice work\"}");
        assertThat(said.statusCode()).isEqualTo(201);
        String id = JSON.readTree(said.body()).path("id").asString();
        HttpResponse<String> answered =
                mira.postJson(PAPER + "/comment/" + id + "/reply", "{\"comment\": \"To myself\"}");
        assertThat(answered.statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(answered.body()).path("parentCommentId").asString())
                .isEqualTo(id);
        HttpResponse<String> old =
                mira.postJson("/api/papers/" + SamplePapers.OLD + "/comment", "{\"comment\": \"Old but good\"}");
        assertThat(old.statusCode()).isEqualTo(201);
        assertThat(mira.postJson(
                                "/api/papers/" + SamplePapers.OLD.replace("/", "%2F") + "/comment",
                                "{\"comment\": \"And encoded\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(comments()).hasSize(2);

        assertThat(mira.postJson(PAPER + "/comment", "{\"comment\": \" \"}").statusCode())
                .isEqualTo(422);
        assertThat(mira.postJson(PAPER + "/comment", "{\"comment\": \"a\\u0000b\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(mira.postJson(PAPER + "/comment", "{\"comment\": 7}").statusCode())
                .isEqualTo(400);
        assertThat(mira.postJson(PAPER + "/comment/nonsense/reply", "{\"comment\": \"x\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(mira.postJson("/api/papers/2608.99999/comment", "{\"comment\": \"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.visitor()
                        .postJson(PAPER + "/comment", "{\"comment\": \"x\"}")
                        .statusCode())
                .isEqualTo(401);
    }

    private JsonNode comments() {
        return JSON.readTree(server.get(PAPER + "?field=comments").body()).path("comments");
    }
}
