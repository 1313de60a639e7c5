package dev.broadsheet.source.record;

import dev.broadsheet.source.xml.UnreadableXmlException;
import dev.broadsheet.source.xml.XmlElement;
import dev.broadsheet.source.xml.XmlPieces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * Plain text from the markup of publishers: JATS (https://jats.nlm.nih.gov), with MathML and pieces
 * of HTML. Mathematics stays, as TeX between dollars.
 */
public final class JatsText {
    private static final Pattern PREFIX = Pattern.compile("(?:</?|\\s)([A-Za-z_][\\w.-]{0,20}):(?=[A-Za-z_])");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");
    private static final Pattern NO_HEADING = Pattern.compile("(?i)abstract|summary|");
    private static final Pattern INDEX = Pattern.compile("[\\p{L}\\p{N}+\\-−–(),.* ]{1,40}");

    /** Stands where a heading wants its paragraph; no text holds it, for it is no character. */
    private static final String AFTER_HEADING = "\uFFFE";

    private final StringBuilder text = new StringBuilder();

    private JatsText() {}

    /** Texts between elements that have the same meaning in JATS and HTML; paragraphs stand apart by an empty line. */
    public static String paragraphs(String markup) {
        return folded(read(markup));
    }

    /** The same for an element that is read already. */
    public static String paragraphs(XmlElement element) {
        JatsText jats = new JatsText();
        jats.append(element);
        return folded(unescapedTwice(jats.text.toString()));
    }

    private static String folded(String read) {
        StringBuilder paragraphs = new StringBuilder();
        for (String paragraph : read.split("\n", -1)) {
            String line = Text.line(paragraph);
            if (!line.isEmpty()) {
                paragraphs.append(paragraphs.isEmpty() ? "" : "\n\n").append(line);
            }
        }
        return paragraphs.toString();
    }

    /** The same on one line, as a title. */
    public static String line(String markup) {
        return Text.line(read(markup));
    }

    private static String read(String markup) {
        if (markup.indexOf('<') < 0 && markup.indexOf('&') < 0) {
            return markup;
        }
        try {
            JatsText jats = new JatsText();
            jats.append(parsed(markup));
            return unescapedTwice(jats.text.toString());
        } catch (IOException e) {
            // No XML: "p < 0.05", "&nbsp;", a tag that is never closed. The words are there all the same.
            return unescapedTwice(HtmlUtils.htmlUnescape(TAG.matcher(markup).replaceAll(" ")));
        }
    }

    private static XmlElement parsed(String markup) throws IOException {
        StringBuilder document = new StringBuilder("<document");
        Set<String> prefixes = new TreeSet<>();
        Matcher matcher = PREFIX.matcher(markup);
        while (matcher.find() && prefixes.size() < 20) {
            if (!matcher.group(1).toLowerCase(Locale.ROOT).startsWith("xml")) {
                prefixes.add(matcher.group(1));
            }
        }
        prefixes.forEach(prefix -> document.append(" xmlns:").append(prefix).append("=\"urn:markup\""));
        document.append("><markup>").append(Text.clean(markup)).append("</markup></document>");
        byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
        try (XmlPieces pieces = new XmlPieces(bytes, Set.of("markup"))) {
            XmlElement piece = pieces.next();
            if (piece == null || pieces.next() != null) {
                throw new UnreadableXmlException("markup that ends too early");
            }
            return piece;
        }
    }

    private void append(XmlElement element) {
        for (Object part : element.content()) {
            if (part instanceof XmlElement inner) {
                appendElement(inner);
            } else {
                text.append(part.toString().replaceAll("\\s+", " "));
            }
        }
    }

    private void appendElement(XmlElement element) {
        switch (element.name()) {
            case "p", "sec", "list", "list-item", "disp-quote", "li", "ul", "div" -> {
                text.append('\n');
                append(element);
                text.append('\n');
            }
            case "title", "label" -> appendHeading(Text.line(element.text()));
            case "inline-formula", "disp-formula", "alternatives", "math", "tex-math" -> appendFormula(element);
            case "sub", "inf" -> appendIndex('_', element);
            case "sup" -> appendIndex('^', element);
            case "break", "br" -> text.append(' ');
            case "graphic", "inline-graphic", "media", "object-id" -> {
                // nothing to read
            }
            default -> append(element);
        }
    }

    private void appendHeading(String heading) {
        if (!NO_HEADING.matcher(heading).matches()) {
            boolean ended = ":.?!".indexOf(heading.charAt(heading.length() - 1)) >= 0;
            // The paragraph that follows begins on the heading's line.
            text.append('\n').append(heading).append(ended ? " " : ": ").append(AFTER_HEADING);
        }
    }

    private void appendFormula(XmlElement element) {
        String tex = MathMl.formula(element);
        if (tex == null) {
            append(element);
        } else if (!tex.isEmpty()) {
            text.append('$').append(tex).append('$');
        }
    }

    private void appendIndex(char sign, XmlElement element) {
        String index = Text.line(element.text());
        if (element.elements().findAny().isEmpty() && INDEX.matcher(index).matches()) {
            text.append('$').append(sign).append('{').append(index).append("}$");
        } else {
            append(element);
        }
    }

    private static String unescapedTwice(String text) {
        String joined = text.replaceAll(AFTER_HEADING + "\\s*", "").replace(AFTER_HEADING, "");
        return joined.replace('\u00a0', ' ')
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
