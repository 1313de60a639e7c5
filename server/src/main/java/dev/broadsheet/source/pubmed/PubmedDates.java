package dev.broadsheet.source.pubmed;

import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.record.MonthNames;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.xml.XmlElement;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as PubMed writes them: parts by themselves, months as names or numbers, or free text. */
final class PubmedDates {
    /** {@code 1998 Dec-1999 Jan}, {@code 2018 May - Jun}, {@code 1944-1945}: the first of what it means. */
    private static final Pattern FREE =
            Pattern.compile("\\s*(\\d{4})(?:\\s+([A-Za-z]{3})[a-z]*(?:\\s+(\\d{1,2})(?!\\d))?)?.*");

    private PubmedDates() {}

    /** When it was first to be read: on the web, else in the printed issue or book. */
    static @Nullable PartialDate published(XmlElement article) {
        Optional<XmlElement> printed = article.child("Journal")
                .flatMap(journal -> journal.child("JournalIssue"))
                .or(() -> article.child("Book"))
                .flatMap(issue -> issue.child("PubDate"));
        PartialDate electronic =
                article.child("ArticleDate").map(PubmedDates::date).orElse(null);
        return electronic != null ? electronic : printed.map(PubmedDates::date).orElse(null);
    }

    /** When PubMed had it first. */
    static @Nullable PartialDate entered(XmlElement data) {
        return data.children("History")
                .flatMap(history -> history.children("PubMedPubDate"))
                .filter(date -> "entrez".equals(date.attribute("PubStatus")))
                .findFirst()
                .map(PubmedDates::date)
                .orElse(null);
    }

    static @Nullable PartialDate date(XmlElement date) {
        String free = date.childText("MedlineDate");
        if (free != null) {
            Matcher parts = FREE.matcher(Text.line(free));
            return parts.matches() ? date(parts.group(1), parts.group(2), parts.group(3)) : null;
        }
        return date(date.childText("Year"), date.childText("Month"), date.childText("Day"));
    }

    /** As exact as the parts are; a season or a bad part makes it less exact. */
    private static @Nullable PartialDate date(@Nullable String year, @Nullable String month, @Nullable String day) {
        if (year == null) {
            return null;
        }
        int monthNumber = month(month);
        String inYear = year.strip();
        PartialDate exact = null;
        if (monthNumber > 0) {
            String inMonth = inYear + String.format(Locale.ROOT, "-%02d", monthNumber);
            if (day != null && day.strip().matches("\\d{1,2}")) {
                exact = Text.date(inMonth + String.format(Locale.ROOT, "-%02d", Integer.parseInt(day.strip())));
            }
            if (exact == null) {
                exact = Text.date(inMonth);
            }
        }
        return exact != null ? exact : Text.date(inYear);
    }

    private static int month(@Nullable String month) {
        String text = month == null ? "" : month.strip().toLowerCase(Locale.ROOT);
        if (text.matches("\\d{1,2}")) {
            int number = Integer.parseInt(text);
            return number <= 12 ? number : 0;
        }
        return MonthNames.number(text);
    }
}
