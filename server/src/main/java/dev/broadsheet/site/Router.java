package dev.broadsheet.site;

import dev.broadsheet.installation.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Leads each request to who answers it, and the answer back. */
final class Router {
    private static final int TAG_BYTES = 16;

    private final List<Route> routes;
    private final Authenticator authenticator;
    private final View view;
    private final Refusals refusals;

    Router(Routes routes, View view) {
        this.routes = routes.all();
        this.authenticator = routes.authenticator();
        this.view = view;
        this.refusals = new Refusals(view);
    }

    /** Files first: they are what is asked for most. */
    RouterFunction<ServerResponse> function() {
        Function<ServerRequest, Optional<Resource>> files =
                RouterFunctions.resourceLookupFunction("/static/**", new ClassPathResource("static/"));
        return RouterFunctions.route()
                .resources(
                        request -> request.param("v").isPresent() ? files.apply(request) : Optional.empty(),
                        Router::keepForEver)
                .resources(files, Router::askAgain)
                .resources("/webjars/**", new ClassPathResource("META-INF/resources/webjars/"), Router::keepForEver)
                .build()
                .and(request -> Optional.of(this::answer));
    }

    /** For files whose address names no version. */
    private static void askAgain(Resource file, HttpHeaders headers) {
        headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    private static void keepForEver(Resource file, HttpHeaders headers) {
        headers.set(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
    }

    private ServerResponse answer(ServerRequest asked) {
        for (Route route : routes) {
            Map<String, String> variables = route.variables(asked.requestPath().pathWithinApplication());
            if (variables != null) {
                Request request = new Request(asked, variables, authenticator);
                return written(response(route, request), request);
            }
        }
        Request request = new Request(asked, Map.of(), authenticator);
        return written(response(null, request), request);
    }

    private Response response(@Nullable Route route, Request request) {
        try {
            // First, so that a proof that does not hold is refused whatever was asked for.
            request.reader();
            if (route == null) {
                throw Refusal.noSuchPage();
            }
            return route.handle(request).rendered(page -> view.html(page, request));
        } catch (Refusal refusal) {
            return refusals.response(refusal, request);
        } catch (RuntimeException failure) {
            return refusals.response(failure(failure, request), request);
        }
    }

    private static Refusal failure(RuntimeException failure, Request request) {
        return Refusals.ofFailure(
                failure, request.incident(), request.method() + " " + request.path(), request.representation());
    }

    private static ServerResponse written(Response response, Request request) {
        ServerResponse.BodyBuilder answer = ServerResponse.status(response.status());
        response.headers().forEach(header -> answer.header(header.name(), header.value()));
        response.cookies().forEach(cookie -> set(cookie, answer, request));
        request.cookiesToSet().forEach(cookie -> set(cookie, answer, request));
        if (response.headers().stream().noneMatch(header -> header.name().equals(HttpHeaders.CACHE_CONTROL))) {
            boolean personal = request.isPersonal() || !response.cookies().isEmpty();
            answer.header(HttpHeaders.CACHE_CONTROL, personal ? "private, no-cache" : "no-cache");
        }
        Response.Bytes body = response.bytes();
        if (body.bytes().length == 0) {
            return answer.build();
        }
        if (response.status() == 200) {
            // Weak, because answers are compressed on their way. An unchanged one is not sent again.
            answer.eTag("W/\"" + Digest.hex(body.bytes(), TAG_BYTES) + "\"");
        }
        return answer.contentType(MediaType.parseMediaType(body.type())).body(body.bytes());
    }

    private static void set(Cookie cookie, ServerResponse.BodyBuilder answer, Request request) {
        answer.header(HttpHeaders.SET_COOKIE, cookie.header(request.isSecure()));
    }
}
