package dev.broadsheet.web.paper;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.web.shared.Piece;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A paper as Markdown, for programs that read. What its source wrote stays text, whatever it looks like. */
final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>#|~$]");
    // Only at the start of a line do these make a list, a rule or a heading.
    private static final Pattern LEADING = Pattern.compile("^\\s*(?:(?=[-+=])|\\d+(?=[.)]))");
    private static final Pattern NO_ADDRESS = Pattern.compile("[\\s<>]");

    private Markdown() {}

    static String of(Paper paper, List<PaperFact> facts) {
        Metadata metadata = paper.metadata();
        StringBuilder page =
                new StringBuilder("# ").append(text(metadata.title())).append("\n\n");
        if (!metadata.authors().isEmpty()) {
            page.append(metadata.authors().stream()
                            .map(Author::name)
                            .map(Markdown::escaped)
                            .collect(Collectors.joining(", ")))
                    .append("\n\n");
        }
        if (metadata.withdrawn()) {
            page.append("**This paper was withdrawn by its authors or by its source.**\n\n");
        }
        for (PaperFact fact : facts) {
            item(page, fact.name(), escaped(fact.value()));
        }
        item(
                page,
                "Identifiers",
                metadata.identifiers().stream()
                        .filter(identifier -> identifier.scheme() != Scheme.BROADSHEET)
                        .map(Identifier::toString)
                        .map(Markdown::escaped)
                        .collect(Collectors.joining(", ")));
        for (NamedLink link : PaperLinks.of(metadata)) {
            item(
                    page,
                    escaped(link.words()),
                    "<" + NO_ADDRESS.matcher(link.href()).replaceAll("") + ">");
        }
        if (!metadata.abstractText().isBlank()) {
            page.append("\n## Abstract\n\n");
            if (metadata.abstractNote() != null) {
                page.append('*').append(escaped(metadata.abstractNote())).append("*\n\n");
            }
            page.append(text(metadata.abstractText())).append('\n');
        }
        return page.toString();
    }

    private static void item(StringBuilder page, String name, String value) {
        if (!value.isEmpty()) {
            page.append("- ").append(name).append(": ").append(value).append('\n');
        }
    }

    /** Prose escaped, mathematics as its source between dollars. */
    private static String text(String source) {
        String text = Piece.all(source).stream()
                .map(piece -> switch (piece.kind()) {
                    case PROSE -> escaped(piece.text());
                    case FORMULA -> formula(piece.text(), "$");
                    case DISPLAY_FORMULA -> formula(piece.text(), "$$");
                })
                .collect(Collectors.joining());
        return LEADING.matcher(text).replaceFirst("$0\\\\");
    }

    /** Readers that know no mathematics would take a {@code <} in it for HTML. */
    private static String formula(String source, String delimiter) {
        return delimiter + source.replaceAll("\\s+", " ").replace("<", "\\lt ").replace("`", "{}'") + delimiter;
    }

    private static String escaped(String plain) {
        return SPECIAL.matcher(plain.replaceAll("\\s+", " ")).replaceAll("\\\\$0");
    }
}
