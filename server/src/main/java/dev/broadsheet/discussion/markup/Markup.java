package dev.broadsheet.discussion.markup;

import dev.broadsheet.text.TexFormulas.Formula;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody wrote, as HTML that can do no harm, whatever was written. Markdown as GitHub writes it, but: line
 * ends stay, headings are bold, pictures are links, HTML is text. Formulas stand in {@code span}s of the class {@code math},
 * as those of abstracts do. Every link says {@code nofollow ugc noopener}. The time taken grows with the length only.
 * Immutable.
 *
 * @param html sanitised: to be printed without escaping
 * @param mathematics whether there are formulas to set
 * @param outsideLinks how many links, pictures among them, lead elsewhere
 */
public record Markup(String html, boolean mathematics, int outsideLinks) {
    private static final Pattern TOKEN =
            Pattern.compile(Formulas.SIGN + "|" + References.MENTION + "|" + References.PAPER);
    private static final Pattern SIGN = Pattern.compile(Formulas.SIGN);

    /**
     * Renders a text.
     *
     * @param linked what of the names and papers that it names is to become a link: those that exist
     */
    public static Markup of(String source, References linked) {
        ParsedText parsed = ParsedText.of(source);
        for (Text text : parsed.texts(Set.of(Link.class, Image.class))) {
            replace(text, TOKEN, parsed.formulas(), linked);
        }
        for (Text text : parsed.texts(Set.of())) {
            replace(text, SIGN, parsed.formulas(), linked);
        }
        int outside = 0;
        boolean mathematics = false;
        for (Node node = parsed.document(); node != null; node = parsed.next(node, false)) {
            mathematics |= node instanceof Mathematics;
            outside += node instanceof Image || (node instanceof Link link && isOutside(link)) ? 1 : 0;
        }
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(ParsedText.EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .softbreak("<br>\n")
                .nodeRendererFactory(context -> new OwnNodes(context, parsed.formulas()))
                .build();
        return new Markup(SafeHtml.of(renderer.render(parsed.document())), mathematics, outside);
    }

    private static boolean isOutside(Link link) {
        String to = link.getDestination();
        return !to.startsWith("/") || to.startsWith("//");
    }

    /** Puts nodes in the place of what a piece of text has in it that is more than text. */
    private static void replace(Text text, Pattern tokens, Formulas formulas, References linked) {
        String literal = text.getLiteral();
        Matcher token = tokens.matcher(literal);
        int here = 0;
        while (token.find()) {
            Node node = node(token.toMatchResult(), formulas, linked);
            if (node != null) {
                if (token.start() > here) {
                    text.insertBefore(new Text(literal.substring(here, token.start())));
                }
                text.insertBefore(node);
                here = token.end();
            }
        }
        if (here == literal.length()) {
            text.unlink();
        } else if (here > 0) {
            text.setLiteral(literal.substring(here));
        }
    }

    private static @Nullable Node node(MatchResult token, Formulas formulas, References linked) {
        String number = token.group("formula");
        if (number != null) {
            int index = Integer.parseInt(number);
            if (index >= formulas.formulas().size()) {
                return null;
            }
            Formula formula = formulas.formulas().get(index);
            return new Mathematics(formula.source(), formula.display());
        }
        String name = token.group("name");
        if (name != null) {
            String known = name.toLowerCase(Locale.ROOT);
            return linked.names().contains(known) ? link("/people/" + known, token.group()) : null;
        }
        String paper = References.paper(token);
        return linked.papers().contains(paper) ? link("/papers/" + paper, token.group("paper")) : null;
    }

    private static Link link(String address, String words) {
        Link link = new Link(address, null);
        link.appendChild(new Text(words));
        return link;
    }
}
