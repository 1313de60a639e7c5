package dev.broadsheet.site;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A small room as a newcomer would write it: a page with a form that posts, and an endpoint. */
final class Guestbook implements Endpoints {
    private static final String PAGE = "/guestbook";

    /** What was entered so far. */
    final List<String> entries = new CopyOnWriteArrayList<>();

    record GuestbookPage(Form form, List<String> entries) {}

    /** Whoever brings the cookie {@code who} is signed in. */
    private record Guest(String name) implements Reader {
        @Override
        public boolean isSignedIn() {
            return true;
        }
    }

    @Override
    public void addTo(Routes routes) {
        routes.authenticator(Guestbook::readerOf)
                .personal(reader -> reader.isSignedIn() ? List.of(new NamedLink(reader.name(), PAGE)) : List.of())
                .get(PAGE, request -> page(request.form()))
                .post(PAGE, this::enter)
                .get("/guestbook.json", request -> Response.json(entries))
                .get("/guestbook/entries", request -> Response.page(plain("Entries")))
                .get("/guestbook/{entry}", request -> entry(request.variable("entry")))
                .get("/guestbook/broken", request -> {
                    throw new IllegalStateException("the ink is dry");
                })
                .query("/api/guestbook", request -> Response.json(request.json()))
                .get("/api/guestbook/{entry}", request -> entry(request.variable("entry")));
    }

    private static Reader readerOf(Request request) {
        return request.cookie("who").<Reader>map(Guest::new).orElse(Reader.ANONYMOUS);
    }

    private Response enter(Request request) {
        Form form = request.form();
        String name = form.text("name");
        form.day("day", "The day");
        if (name.isEmpty()) {
            form.refuse("name", "A guest has a name.");
        }
        if (!form.isSound()) {
            return page(form).status(422);
        }
        entries.add(name);
        return Response.seeOther(PAGE).flash("Welcome, " + name + "!");
    }

    private Response page(Form form) {
        return Response.page(Page.of("site/guestbook.jte", "Guestbook", new GuestbookPage(form, entries)));
    }

    private static Page plain(String title) {
        return Page.of("site/refusal.jte", title, new RefusalPage(title, "", "", ""));
    }

    private static Response entry(String entry) {
        throw Refusal.of(404, "No such guest", "Nobody called “" + entry.replaceAll("\\..*", "") + "” was here.")
                .advice("Look for them elsewhere.");
    }

    /** What jte would make of a template of this page, which would lie among the program's own. */
    @NullUnmarked
    static void render(
            HtmlTemplateOutput html, @Nullable HtmlInterceptor interceptor, Frame frame, GuestbookPage page) {
        JteframeGenerated.render(
                html, interceptor, frame, content -> write((HtmlTemplateOutput) content, frame, page), null);
    }

    private static void write(HtmlTemplateOutput html, Frame frame, GuestbookPage page) {
        html.writeContent("<form method=\"post\"><input type=\"hidden\" name=\"_csrf\" value=\"");
        text(html, frame.csrfToken());
        html.writeContent("\">");
        for (String field : List.of("name", "day")) {
            html.writeContent("<input name=\"" + field + "\" value=\"");
            text(html, page.form().text(field));
            html.writeContent("\">");
            String error = page.form().error(field);
            if (error != null) {
                html.writeContent("<small class=\"error\">");
                text(html, error);
                html.writeContent("</small>");
            }
        }
        html.writeContent("</form>");
    }

    private static void text(HtmlTemplateOutput html, String text) {
        html.setContext("input", "value");
        html.writeUserContent(text);
    }
}
