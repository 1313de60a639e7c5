package dev.broadsheet.source.pubmed;

import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.markup.InlineText;
import dev.broadsheet.source.xml.XmlElement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a paper appeared, as people write it: {@code Journal 53(6), 325–330 (2019)}. */
final class PubmedJournal {
    private PubmedJournal() {}

    static @Nullable String reference(XmlElement article) {
        Optional<XmlElement> book = article.child("Book");
        if (book.isPresent()) {
            // A chapter has a title beside its book's.
            String title = InlineText.line(book.get(), "BookTitle");
            return title.isEmpty() || article.child("ArticleTitle").isEmpty() ? null : title;
        }
        return article.child("Journal")
                .map(journal -> inJournal(article, journal))
                .orElse(null);
    }

    private static @Nullable String inJournal(XmlElement article, XmlElement journal) {
        String title = InlineText.line(journal, "Title");
        if (title.isEmpty()) {
            title = InlineText.line(journal, "ISOAbbreviation");
        }
        if (title.isEmpty()) {
            return null;
        }
        StringBuilder reference = new StringBuilder(title);
        Optional<XmlElement> issue = journal.child("JournalIssue");
        String volume = issue.map(i -> InlineText.line(i, "Volume")).orElse("");
        String number = issue.map(i -> InlineText.line(i, "Issue")).orElse("");
        if (!volume.isEmpty()) {
            reference.append(' ').append(volume);
        }
        if (!number.isEmpty()) {
            reference.append(volume.isEmpty() ? " (" : "(").append(number).append(')');
        }
        String pages = article.child("Pagination")
                .map(p -> InlineText.line(p, "MedlinePgn"))
                .orElse("");
        if (!pages.isEmpty()) {
            reference.append(", ").append(pages.replace('-', '–'));
        }
        PartialDate date =
                issue.flatMap(i -> i.child("PubDate")).map(PubmedDates::date).orElse(null);
        if (date != null) {
            reference.append(" (").append(date.year()).append(')');
        }
        return reference.toString();
    }
}
