package dev.broadsheet.web;

import dev.broadsheet.daily.Period.Kind;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Every address of the pages. */
@Configuration(proxyBeanMethods = false)
class Routes {
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    RouterFunction<ServerResponse> pages(
            ListPages lists,
            SearchPages search,
            RelatedPages related,
            SuggestionList suggestions,
            PaperPages papers,
            StatusPages status,
            Problems problems) {
        Function<ServerRequest, Optional<Resource>> files =
                RouterFunctions.resourceLookupFunction("/static/**", new ClassPathResource("static/"));
        return RouterFunctions.route()
                .resources(
                        request -> request.param("v").isPresent() ? files.apply(request) : Optional.empty(),
                        Routes::keepForEver)
                .resources(files, Routes::askAgain)
                .resources("/webjars/**", new ClassPathResource("META-INF/resources/webjars/"), Routes::keepForEver)
                .route(read("/favicon.ico"), to("/static/favicon.svg"))
                .route(read("/"), to("/papers"))
                .route(read("/papers").and(RequestPredicates.param("q", query -> true)), search::search)
                .route(read("/papers"), request -> lists.latest(Kind.DAY))
                .route(read("/papers/date"), request -> lists.latest(Kind.DAY))
                .route(read("/papers/week"), request -> lists.latest(Kind.WEEK))
                .route(read("/papers/month"), request -> lists.latest(Kind.MONTH))
                .route(read("/papers/trending"), request -> lists.latest(Kind.WEEK))
                .route(read("/papers/date/{period}"), request -> lists.list(Kind.DAY, request))
                .route(read("/papers/week/{period}"), request -> lists.list(Kind.WEEK, request))
                .route(read("/papers/month/{period}"), request -> lists.list(Kind.MONTH, request))
                .route(read("/papers/related"), related::related)
                .route(read("/papers/{*address}"), papers::paper)
                .route(read("/search"), search::search)
                .route(read("/suggest"), suggestions::suggest)
                .route(read("/status"), status::page)
                .route(read("/status.json"), status::json)
                .route(read("/status/{source}"), status::source)
                .route(RequestPredicates.all(), problems::noSuchPage)
                .onError(RuntimeException.class, problems::failure)
                .build();
    }

    /** For files whose address names no version. */
    private static void askAgain(Resource file, HttpHeaders headers) {
        headers.set("Cache-Control", "no-cache");
    }

    private static void keepForEver(Resource file, HttpHeaders headers) {
        headers.set("Cache-Control", "public, max-age=31536000, immutable");
    }

    private static RequestPredicate read(String path) {
        return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD).and(RequestPredicates.path(path));
    }

    private static HandlerFunction<ServerResponse> to(String address) {
        return request ->
                ServerResponse.status(302).location(URI.create(address)).build();
    }
}
