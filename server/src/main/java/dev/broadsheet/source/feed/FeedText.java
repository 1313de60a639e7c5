package dev.broadsheet.source.feed;

import dev.broadsheet.source.markup.InlineText;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.xml.XmlElement;
import dev.broadsheet.text.Scripts;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Texts of feeds, which may be plain, HTML written out, or XHTML, as plain text on one line. */
final class FeedText {
    /** Prose has lone angle brackets and ampersands too: only what is surely HTML is taken for it. */
    private static final Pattern HTML = Pattern.compile(
            "</?(?:a|abbr|b|br|blockquote|code|dd|div|dl|dt|em|figure|font|h[1-6]|hr|i|img|li|math|ol|p|pre|small|span"
                    + "|strong|sub|sup|table|tbody|td|th|tr|tt|u|ul)(?:\\s[^<>]*)?/?>|&(?:#\\d{1,7}|#x[0-9a-f]{1,6}|[a-z]\\w{1,30});",
            Pattern.CASE_INSENSITIVE);

    private FeedText() {}

    static String line(XmlElement element) {
        // Elements within are XHTML.
        String text = InlineText.line(element);
        return HTML.matcher(text).find() ? plain(text) : text;
    }

    private static String plain(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.select("script, style").remove();
        for (Element script : document.select("sup, sub")) {
            String text = script.text();
            script.text(
                    script.normalName().toLowerCase(Locale.ROOT).equals("sup")
                            ? Scripts.raised(text)
                            : Scripts.lowered(text));
        }
        return Text.line(document.text());
    }
}
