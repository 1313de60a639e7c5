package dev.broadsheet.api;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Every address of the API. */
@Configuration(proxyBeanMethods = false)
class ApiRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(ApiRoutes.class);

    @Bean
    @Order(0)
    RouterFunction<ServerResponse> api(PapersApi papers, RelatedApi related) {
        return RouterFunctions.route()
                .route(read("/api/daily_papers"), papers::daily)
                .route(read("/api/papers"), papers::all)
                .route(read("/api/papers/search"), papers::search)
                .route(read("/api/papers/related"), related::asked)
                .route(RequestPredicates.POST("/api/papers/related"), related::posted)
                .route(read("/api/papers/{*address}"), papers::paper)
                .route(
                        RequestPredicates.path("/api/**"),
                        request -> request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD
                                ? ApiJson.error(404, "Not found")
                                : ApiJson.error(405, "Only reading is possible here"))
                .onError(
                        BadRequest.class,
                        (problem, request) -> ApiJson.error(400, String.valueOf(problem.getMessage())))
                .onError(RuntimeException.class, ApiRoutes::failure)
                .build();
    }

    private static ServerResponse failure(Throwable failure, ServerRequest request) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Problem {} at {} {}", number, request.method(), request.path(), failure);
        return ApiJson.error(500, "Internal error " + number + "; the server's log explains it");
    }

    private static RequestPredicate read(String path) {
        return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD).and(RequestPredicates.path(path));
    }
}
