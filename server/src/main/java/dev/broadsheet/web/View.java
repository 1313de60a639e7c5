package dev.broadsheet.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** Turns what a page says into HTML. */
@Component
final class View {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final int USUAL_PAGE = 64 * 1024;

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.broadsheet.web.template");
    private final Assets assets;
    private final Edition edition;

    View(Assets assets, Edition edition) {
        this.assets = assets;
        this.edition = edition;
    }

    /** A frame around a page that is about no period. */
    Frame frame(String title, String query, boolean mathematics, boolean indexed) {
        return new Frame(assets, edition, title, Frame.tabs(null), query, mathematics, indexed);
    }

    /** The same for a page about a period. */
    Frame frame(String title, dev.broadsheet.daily.Period period, boolean mathematics, boolean indexed) {
        return new Frame(assets, edition, title, Frame.tabs(period), "", mathematics, indexed);
    }

    ServerResponse page(HttpStatus status, String template, Frame frame, Record page) {
        return ServerResponse.status(status)
                .contentType(HTML)
                .header("Cache-Control", "no-cache")
                .body(html(template, frame, page));
    }

    byte[] html(String template, Frame frame, Record page) {
        Utf8ByteOutput html = new Utf8ByteOutput(USUAL_PAGE);
        templates.render(template, Map.of("frame", frame, "page", page), html);
        return html.toByteArray();
    }

    ServerResponse page(String template, Frame frame, Record page) {
        return page(HttpStatus.OK, template, frame, page);
    }
}
