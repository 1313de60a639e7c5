package dev.broadsheet.discussion.markup;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The last gate: whatever the renderer made, only this gets through. */
final class SafeHtml {
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "em",
                    "strong",
                    "del",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "a",
                    "span")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href", "title")
            .onElements("a")
            .requireRelsOnLinks("nofollow", "ugc", "noopener")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,9}"))
            .onElements("ol")
            .allowAttributes("class")
            .matching(Pattern.compile("math"))
            .onElements("span")
            .allowAttributes("data-display")
            .matching(Pattern.compile("true"))
            .onElements("span")
            .allowWithoutAttributes("span")
            .toFactory();

    private SafeHtml() {}

    static String of(String html) {
        return POLICY.sanitize(html);
    }
}
