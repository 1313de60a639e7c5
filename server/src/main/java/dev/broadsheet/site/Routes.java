package dev.broadsheet.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Takes what the rooms have to serve. A path is written as {@code /papers/date/{period}}; {@code {*rest}} at its end
 * stands for whatever follows. Of several that fit an address the most exact one answers, in whichever order they were
 * added. What is read by GET is read by HEAD too; OPTIONS and methods that an address does not know are answered by
 * the chassis.
 */
public final class Routes {
    private final Map<PathPattern, Route> routes = new HashMap<>();
    private final List<Tab> tabs = new ArrayList<>();
    private final List<NamedLink> footer = new ArrayList<>();
    private final List<Function<Reader, List<NamedLink>>> personal = new ArrayList<>();
    private NamedLink home = new NamedLink("The first page", "/");
    private String search = "";
    private String suggestions = "";
    private @Nullable Authenticator authenticator;

    Routes() {}

    /** What is read. */
    public Routes get(String path, Handler handler) {
        return add(path, "GET", handler);
    }

    /** What changes something; only what a page of ours sends, or a key's holder, gets as far as the handler. */
    public Routes post(String path, Handler handler) {
        return add(path, "POST", request -> {
            if (!request.reader().usesKey()) {
                CsrfToken.require(request);
            }
            return handler.handle(request);
        });
    }

    /** A query too long for an address: it is posted and changes nothing, so that it may come from anywhere. */
    public Routes query(String path, Handler handler) {
        return add(path, "POST", handler);
    }

    /** Whoever reads the one is sent to the other. */
    public Routes redirect(String path, String address) {
        return get(path, request -> Response.redirect(address));
    }

    /** Where the masthead leads, and the words of a link there. */
    public Routes home(String words, String address) {
        home = new NamedLink(words, address);
        return this;
    }

    /** Where the masthead's search box leads, with the parameter {@code q}. */
    public Routes search(String address) {
        search = address;
        return this;
    }

    /** Where the search box finds what it offers while somebody types, with the parameter {@code q}. */
    public Routes suggestions(String address) {
        suggestions = address;
        return this;
    }

    /** One more link below the masthead of pages that bring no tabs of their own. */
    public Routes tab(String words, String address) {
        tabs.add(new Tab(words, address, false));
        return this;
    }

    /** One more link at the foot of every page. */
    public Routes footer(String words, String address) {
        footer.add(new NamedLink(words, address));
        return this;
    }

    /** Links in the masthead of every page that depend on who reads: to sign in, to what is new for them. */
    public Routes personal(Function<Reader, List<NamedLink>> links) {
        personal.add(links);
        return this;
    }

    /** Who tells who reads; without one everybody is anonymous. There can be one. */
    public Routes authenticator(Authenticator teller) {
        if (authenticator != null) {
            throw new IllegalStateException("there is an authenticator already");
        }
        authenticator = teller;
        return this;
    }

    private Routes add(String path, String method, Handler handler) {
        PathPattern pattern = PathPatternParser.defaultInstance.parse(path);
        routes.computeIfAbsent(pattern, Route::new).add(method, handler);
        return this;
    }

    /** The most exact first. */
    List<Route> all() {
        return routes.values().stream().sorted().toList();
    }

    Navigation navigation() {
        return new Navigation(home, search, suggestions, tabs, footer, personal);
    }

    Authenticator authenticator() {
        return authenticator == null ? request -> Reader.ANONYMOUS : authenticator;
    }
}
