package dev.broadsheet.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns pages into HTML. A template lies in the folder that bears the name of its page's package. */
final class View {
    private static final int USUAL_PAGE = 64 * 1024;

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.broadsheet");
    private final Assets assets = new Assets();
    private final Supplier<Edition> edition;
    private final Navigation navigation;

    View(Supplier<Edition> edition, Navigation navigation) {
        this.edition = edition;
        this.navigation = navigation;
    }

    /** @param request null for what is refused before it is understood */
    byte[] html(Page page, @Nullable Request request) {
        Utf8ByteOutput html = new Utf8ByteOutput(USUAL_PAGE);
        Frame frame = new Frame(assets, edition.get(), navigation, page, request);
        templates.render(page.template(), Map.of("frame", frame, "page", page.content()), html);
        return html.toByteArray();
    }
}
