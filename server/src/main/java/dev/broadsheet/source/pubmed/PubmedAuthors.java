package dev.broadsheet.source.pubmed;

import dev.broadsheet.paper.Author;
import dev.broadsheet.source.markup.InlineText;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The authors of an article, a chapter or a book. */
final class PubmedAuthors {
    /** Written as an address, with hyphens or as bare digits. */
    private static final Pattern ORCID = Pattern.compile("(\\d{4})-?(\\d{4})-?(\\d{4})-?(\\d{3}[\\dXx])(?!\\d)");

    private PubmedAuthors() {}

    static List<Author> of(XmlElement article) {
        List<Author> own = in(article);
        return own.isEmpty() ? article.child("Book").map(PubmedAuthors::in).orElse(List.of()) : own;
    }

    private static List<Author> in(XmlElement holder) {
        return holder.children("AuthorList")
                .filter(list -> !"editors".equals(list.attribute("Type")))
                .flatMap(list -> list.children("Author"))
                // A name that was corrected stands there again, right.
                .filter(author -> !"N".equals(author.attribute("ValidYN")))
                .map(PubmedAuthors::author)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Author author(XmlElement author) {
        String name = InlineText.line(author, "CollectiveName");
        if (name.isEmpty()) {
            String given = InlineText.line(author, "ForeName");
            name = Text.line(String.join(
                    " ",
                    given.isEmpty() ? InlineText.line(author, "Initials") : given,
                    InlineText.line(author, "LastName"),
                    InlineText.line(author, "Suffix")));
        }
        return name.isEmpty() ? null : new Author(name, orcid(author), affiliations(author));
    }

    private static @Nullable String orcid(XmlElement author) {
        for (XmlElement identifier : author.children("Identifier").toList()) {
            Matcher orcid = ORCID.matcher(identifier.text());
            if ("ORCID".equals(identifier.attribute("Source")) && orcid.find()) {
                return String.join("-", orcid.group(1), orcid.group(2), orcid.group(3), orcid.group(4))
                        .toUpperCase(Locale.ROOT);
            }
        }
        return null;
    }

    private static List<String> affiliations(XmlElement author) {
        List<String> affiliations = new ArrayList<>();
        Stream.concat(Stream.of(author), author.children("AffiliationInfo"))
                .flatMap(holder -> holder.children("Affiliation"))
                .map(InlineText::line)
                .filter(text -> !text.isEmpty())
                .forEach(affiliations::add);
        return affiliations;
    }
}
