package dev.broadsheet.site;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The guestbook's template by the name under which jte looks for it. Like what jte generates, it is not checked for null. */
@NullUnmarked
public final class JteguestbookGenerated {
    private JteguestbookGenerated() {}

    public static void render(
            HtmlTemplateOutput html, @Nullable HtmlInterceptor interceptor, Frame frame, Guestbook.GuestbookPage page) {
        Guestbook.render(html, interceptor, frame, page);
    }

    public static void renderMap(
            HtmlTemplateOutput html, @Nullable HtmlInterceptor interceptor, Map<String, Object> parameters) {
        render(html, interceptor, (Frame) parameters.get("frame"), (Guestbook.GuestbookPage) parameters.get("page"));
    }
}
