package dev.broadsheet.discussion.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A text taken apart as Markdown, with signs where its formulas were. For one thread. */
record ParsedText(Formulas formulas, Node document) {
    /** Deeper nesting is mischief; Markdown then leaves the signs as they were typed. */
    private static final int DEEPEST = 20;

    /** Markdown fills up short rows of a table: a small text could make millions of cells. */
    private static final long MOST_CELLS = 4_000;

    static final List<Extension> EXTENSIONS =
            List.of(AutolinkExtension.create(), StrikethroughExtension.create(), TablesExtension.create());

    private static final Parser PARSER = parser(EXTENSIONS);
    private static final Parser WITHOUT_TABLES = parser(EXTENSIONS.subList(0, 2));

    private static Parser parser(List<Extension> extensions) {
        return Parser.builder()
                .extensions(extensions)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .build();
    }

    static ParsedText of(String source) {
        Formulas formulas = Formulas.takenFrom(source);
        String text = formulas.text();
        return new ParsedText(formulas, (cells(text) > MOST_CELLS ? WITHOUT_TABLES : PARSER).parse(text));
    }

    private static long cells(String text) {
        List<String> lines = text.lines().toList();
        long columns = lines.stream()
                .mapToLong(line -> line.chars().filter(c -> c == '|').count())
                .max()
                .orElse(0);
        return lines.size() * columns;
    }

    /** What is read as words: no code, and nothing that is a link already. */
    List<String> prose() {
        List<String> prose = new ArrayList<>();
        for (Text text : texts(Set.of(Link.class))) {
            prose.add(text.getLiteral());
        }
        return prose;
    }

    /** All pieces of text but for those inside of such nodes, in the order of the text. */
    List<Text> texts(Set<Class<? extends Node>> outsideOf) {
        List<Text> texts = new ArrayList<>();
        Node here = document;
        while (here != null) {
            if (here instanceof Text text) {
                texts.add(text);
            }
            here = next(here, outsideOf.contains(here.getClass()));
        }
        return texts;
    }

    /** The next node in the order of the text, without recursion. */
    @Nullable Node next(Node here, boolean over) {
        Node child = over ? null : here.getFirstChild();
        if (child != null) {
            return child;
        }
        Node node = here;
        while (node != null && node != document) {
            if (node.getNext() != null) {
                return node.getNext();
            }
            node = node.getParent();
        }
        return null;
    }
}
