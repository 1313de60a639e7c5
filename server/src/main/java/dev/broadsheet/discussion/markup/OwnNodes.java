package dev.broadsheet.discussion.markup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes the nodes that are ours, or that look otherwise in a comment than Markdown would have them. */
final class OwnNodes implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final Formulas formulas;

    OwnNodes(HtmlNodeRendererContext context, Formulas formulas) {
        this.context = context;
        this.html = context.getWriter();
        this.formulas = formulas;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                Mathematics.class,
                Heading.class,
                Image.class,
                Link.class,
                Code.class,
                FencedCodeBlock.class,
                IndentedCodeBlock.class,
                HtmlInline.class,
                HtmlBlock.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case Mathematics formula -> mathematics(formula);
            case Heading heading -> heading(heading);
            case Image image -> link(image, image.getDestination());
            case Link link -> link(link, link.getDestination());
            case Code code -> wrapped("code", code.getLiteral());
            case FencedCodeBlock code -> block(code.getLiteral());
            case IndentedCodeBlock code -> block(code.getLiteral());
            case HtmlInline text -> html.text(formulas.restored(text.getLiteral()));
            case HtmlBlock text -> wrapped("p", text.getLiteral());
            default -> throw new IllegalArgumentException("not ours: " + node);
        }
    }

    private void mathematics(Mathematics formula) {
        Map<String, String> attributes = new LinkedHashMap<>(Map.of("class", "math"));
        if (formula.isDisplay()) {
            attributes.put("data-display", "true");
        }
        html.tag("span", attributes);
        html.text(formula.source());
        html.tag("/span");
    }

    /** The outline of a page is not for those who comment on it. */
    private void heading(Heading heading) {
        html.line();
        html.tag("p");
        html.tag("strong");
        children(heading);
        html.tag("/strong");
        html.tag("/p");
        html.line();
    }

    private void link(Node node, String destination) {
        String address = context.urlSanitizer().sanitizeLinkUrl(formulas.restored(destination));
        html.tag("a", Map.of("href", context.encodeUrl(address)));
        if (node.getFirstChild() == null) {
            html.text(formulas.restored(destination));
        }
        children(node);
        html.tag("/a");
    }

    private void wrapped(String tag, String literal) {
        html.tag(tag);
        html.text(formulas.restored(literal));
        html.tag("/" + tag);
    }

    private void block(String literal) {
        html.line();
        html.tag("pre");
        wrapped("code", literal);
        html.tag("/pre");
        html.line();
    }

    private void children(Node parent) {
        Node child = parent.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            context.render(child);
            child = next;
        }
    }
}
