package dev.broadsheet.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/** A path, and who answers which method there. Sorted by how exact the path is. */
final class Route implements Comparable<Route> {
    private final PathPattern pattern;
    private final Map<String, Handler> handlers = new LinkedHashMap<>();

    Route(PathPattern pattern) {
        this.pattern = pattern;
    }

    void add(String method, Handler handler) {
        if (handlers.putIfAbsent(method, handler) != null) {
            throw new IllegalStateException("two rooms answer " + method + " " + pattern);
        }
    }

    /** The parts of the path by their names, or null where this is another path. */
    @Nullable Map<String, String> variables(PathContainer path) {
        PathPattern.PathMatchInfo match = pattern.matchAndExtract(path);
        return match == null ? null : match.getUriVariables();
    }

    Response handle(Request request) {
        String method = request.method();
        Handler handler = handlers.get(method.equals("HEAD") ? "GET" : method);
        if (handler != null) {
            return handler.handle(request);
        }
        if (method.equals("OPTIONS")) {
            return Response.empty().header("Allow", String.join(", ", methods()));
        }
        throw Refusal.notAllowed(method, methods());
    }

    private List<String> methods() {
        TreeSet<String> methods = new TreeSet<>(handlers.keySet());
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return List.copyOf(methods);
    }

    @Override
    public int compareTo(Route other) {
        return pattern.compareTo(other.pattern);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Route route && pattern.equals(route.pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }
}
