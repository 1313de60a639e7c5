package dev.broadsheet.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;

class RoutesTest {
    private static final Handler ANY = request -> Response.empty();

    @Test
    void theMostExactPathAnswersWhicheverWasAddedFirst() {
        Routes routes = new Routes();
        routes.get("/papers/{*address}", ANY)
                .get("/papers/{id}/votes", ANY)
                .get("/papers/date/{day}", ANY)
                .get("/papers/related", ANY);

        assertThat(variables(routes, "/papers/related")).isEmpty();
        assertThat(variables(routes, "/papers/date/2026-08-21")).isEqualTo(Map.of("day", "2026-08-21"));
        assertThat(variables(routes, "/papers/2608.10001/votes")).isEqualTo(Map.of("id", "2608.10001"));
        assertThat(variables(routes, "/papers/hep-th/9901001")).isEqualTo(Map.of("address", "/hep-th/9901001"));
    }

    @Test
    void anAddressIsAnsweredByOneRoom() {
        Routes routes = new Routes();
        routes.get("/papers", ANY).post("/papers", ANY).authenticator(request -> Reader.ANONYMOUS);

        assertThatThrownBy(() -> routes.get("/papers", ANY)).hasMessage("two rooms answer GET /papers");
        assertThatThrownBy(() -> routes.authenticator(request -> Reader.ANONYMOUS))
                .hasMessage("there is an authenticator already");
    }

    private static Map<String, String> variables(Routes routes, String path) {
        List<Map<String, String>> matching = routes.all().stream()
                .map(route -> route.variables(PathContainer.parsePath(path)))
                .filter(Objects::nonNull)
                .toList();
        return matching.getFirst();
    }
}
