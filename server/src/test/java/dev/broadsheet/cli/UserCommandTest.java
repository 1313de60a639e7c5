package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.testing.TestServer;
import dev.broadsheet.testing.Visitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCommandTest {
    @TempDir
    private Path folder;

    private Told user(String... arguments) {
        List<String> all = new ArrayList<>(List.of("user"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", folder.toString()));
        return Told.by(all.toArray(String[]::new));
    }

    private static String path(String told) {
        String link = told.lines().reduce((first, last) -> last).orElseThrow();
        return link.substring(link.indexOf("/link/"));
    }

    @Test
    void anAccountIsMadeAndItsOwnerSetsThePassword() {
        Told made =
                user("create", "mira", "--full-name", "Mira Lund", "--email", "mira@example.org", "--role", "curator");

        assertThat(made.code()).isZero();
        assertThat(made.out()).contains("http://localhost:8080/link/");
        // The server's clock is behind the command's, so that the link is still good.
        try (TestServer server = new TestServer(folder)) {
            Visitor mira = server.visitor();
            assertThat(mira.post(path(made.out()), "password", "a fine long password")
                            .statusCode())
                    .isEqualTo(303);
            mira.post("/sign-in", "login", "mira@example.org", "password", "a fine long password");
            assertThat(mira.get("/account").body()).contains("You are here as curator", "Mira Lund");
        }
    }

    @Test
    void theListNamesEverybodyWithTheirRole() {
        user("create", "zoe");
        user("create", "ada", "--role", "ADMIN", "--email", "ada@example.org");
        user("suspend", "zoe", "--reason", "spam");

        List<String> list = user("list").out().lines().toList();

        assertThat(list).hasSize(2);
        assertThat(list.getFirst()).startsWith("ada ").contains("admin", "ada@example.org");
        assertThat(list.getLast()).startsWith("zoe ").contains("member", "(suspended)");
    }

    @Test
    void rolesAreChangedAndSuspensionsEnded() {
        user("create", "mira");

        assertThat(user("role", "mira", "moderator").out()).startsWith("mira is moderator now: can also hide");
        assertThat(user("suspend", "mira", "--reason", "asleep").out()).startsWith("mira is suspended");
        assertThat(user("suspend", "mira", "--end").out()).startsWith("mira can act again");
        assertThat(user("list").out()).doesNotContain("suspended");
        assertThat(user("reset", "mira").out()).startsWith("http://localhost:8080/link/");
    }

    @Test
    void whatCannotBeDoneIsSaidInASentence() {
        user("create", "ada", "--role", "admin");

        assertThat(user("create", "ADA").err()).contains("Somebody has that name");
        assertThat(user("create", "no spaces").err()).contains("2 to 30 letters");
        assertThat(user("role", "nobody", "member").err()).contains("There is no account called nobody.");
        assertThat(user("role", "ada", "member").err()).contains("The last admin stays");
        assertThat(user("role", "ada", "queen").err()).contains("there are reader, member, curator, moderator, admin");
        assertThat(user("suspend", "ada").code()).isEqualTo(2);
        assertThat(user("suspend", "ada", "--reason", " ").code()).isEqualTo(1);
    }

    @Test
    void aMistypedFolderIsTold() {
        assertThat(Told.by("user", "list", "--data", folder.resolve("nowhere").toString())
                        .err())
                .contains("There is no folder");
    }
}
