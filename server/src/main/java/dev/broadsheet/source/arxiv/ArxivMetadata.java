package dev.broadsheet.source.arxiv;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.paper.Version;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.record.Draft;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import dev.broadsheet.source.record.Withdrawal;
import dev.broadsheet.source.xml.XmlElement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What arXiv's two OAI-PMH formats say of a paper. */
final class ArxivMetadata {
    private static final Pattern BETWEEN = Pattern.compile("[\\s;]+");

    private ArxivMetadata() {}

    static SourceRecord read(XmlElement element, ArxivFacts facts) throws UnreadableRecordException {
        String name = facts.name();
        if (name == null) {
            throw new UnreadableRecordException("no arXiv identifier: " + element.childText("id"));
        }
        String abstractText = Objects.requireNonNullElse(Text.orNull(element.childText("abstract")), "");
        String comments = Text.orNull(element.childText("comments"));
        List<Version> versions = versions(facts);
        MetadataBuilder builder = Metadata.titled(Text.title(element.childText("title")))
                .abstractText(abstractText)
                .authors(authors(element))
                .categories(facts.categories())
                .versions(versions)
                .published(
                        versions.isEmpty()
                                ? Text.date(element.childText("created"))
                                : versions.getFirst().date())
                .updated(
                        versions.isEmpty()
                                ? updated(element)
                                : versions.getLast().date())
                .comments(comments)
                .journalReference(Text.orNull(element.childText("journal-ref")))
                .licence(Text.orNull(element.childText("license")))
                .withdrawn(Withdrawal.isSaid(comments, abstractText));
        Draft.identify(builder, Scheme.ARXIV, name);
        dois(builder, element.childText("doi"));
        return new SourceRecord(ArxivSource.NAME, name, builder.build(), List.of());
    }

    /** One field holds all of them. */
    static void dois(MetadataBuilder builder, @Nullable String text) {
        if (text != null) {
            for (String doi : BETWEEN.split(text.strip(), -1)) {
                Draft.identify(builder, Scheme.DOI, doi);
            }
        }
    }

    private static @Nullable PartialDate updated(XmlElement element) {
        PartialDate updated = Text.date(element.childText("updated"));
        return updated != null ? updated : Text.date(element.childText("created"));
    }

    private static List<Version> versions(ArxivFacts facts) {
        List<Version> versions = new ArrayList<>();
        facts.versions()
                .forEach((number, submitted) -> versions.add(new Version(
                        number,
                        submitted == null ? null : PartialDate.of(LocalDate.ofInstant(submitted, ZoneOffset.UTC)))));
        return versions;
    }

    private static List<Author> authors(XmlElement element) {
        String text = Text.orNull(element.childText("authors"));
        List<Author> authors = element.child("authors").stream()
                .flatMap(list -> list.children("author"))
                .flatMap(author -> ArxivAuthors.one(name(author), author).stream())
                .toList();
        return authors.isEmpty() && text != null ? ArxivAuthors.read(text) : authors;
    }

    private static String name(XmlElement author) {
        return String.join(" ", part(author, "forenames"), part(author, "keyname"), part(author, "suffix"));
    }

    private static String part(XmlElement author, String name) {
        return Objects.requireNonNullElse(author.childText(name), "");
    }
}
