package dev.broadsheet.source.record;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifiers;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.MetadataBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the formats have in common when they fill metadata: a bad optional field is left out. */
public final class Draft {
    private static final Pattern ORCID =
            Pattern.compile("(?:https?://orcid\\.org/)?(\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX])");

    private Draft() {}

    /**
     * Adds the identifier, if the text is one of that scheme. The field must be one for that scheme
     * only: a number in an arXiv field is restored to the name that it was.
     */
    public static void identify(MetadataBuilder metadata, Identifier.Scheme scheme, @Nullable String text) {
        String clean = Text.orNull(text);
        if (clean != null) {
            String name = scheme == Identifier.Scheme.ARXIV ? SpreadsheetNames.restored(clean) : clean;
            Identifiers.recognise(scheme, name).ifPresent(metadata::identifier);
        }
    }

    /** Adds the identifier that the text is, of whichever scheme; says whether it is one. */
    public static boolean identify(MetadataBuilder metadata, @Nullable String text) {
        String clean = Text.orNull(text);
        if (clean == null) {
            return false;
        }
        return Identifiers.recognise(clean)
                .map(identifier -> {
                    metadata.identifier(identifier);
                    return true;
                })
                .orElse(false);
    }

    /** Adds the link, if the text is an address that a page may link to. */
    public static void link(MetadataBuilder metadata, Link.Kind kind, @Nullable String text, @Nullable Integer stars) {
        String clean = Text.orNull(text);
        if (clean == null || clean.indexOf(' ') >= 0) {
            return;
        }
        try {
            metadata.link(new Link(kind, clean, stars));
        } catch (IllegalArgumentException e) {
            // Another kind of address ("ftp:", "javascript:") is no use to a reader.
            return;
        }
    }

    /** Authors of these names, without those that have none. */
    public static List<Author> authors(List<String> names) {
        List<Author> authors = new ArrayList<>(names.size());
        for (String name : names) {
            String clean = Text.line(name);
            if (!clean.isEmpty()) {
                authors.add(Author.named(clean));
            }
        }
        return authors;
    }

    /** A name as bibliographies write it, family name first, in reading order. */
    public static String readingOrder(String name) {
        String[] parts = name.split(",", -1);
        return switch (parts.length) {
            case 2 -> parts[1].strip() + " " + parts[0].strip();
            // "Family, Jr., Given", as BibTeX and RIS have it.
            case 3 -> parts[2].strip() + " " + parts[0].strip() + " " + parts[1].strip();
            default -> name.strip();
        };
    }

    /** The ORCID iD that the text is, with or without its site in front, or null. */
    public static @Nullable String orcid(@Nullable String text) {
        Matcher matcher = ORCID.matcher(text == null ? "" : text.strip());
        return matcher.matches() ? matcher.group(1) : null;
    }
}
