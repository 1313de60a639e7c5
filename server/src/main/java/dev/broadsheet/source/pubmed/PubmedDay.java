package dev.broadsheet.source.pubmed;

import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.Source.Announced;
import dev.broadsheet.source.Source.Counted;
import dev.broadsheet.source.Tally;
import dev.broadsheet.source.paged.Fingerprint;
import dev.broadsheet.source.paged.ListPosition;
import dev.broadsheet.source.paged.Pages;
import dev.broadsheet.source.xml.XmlElement;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What entered PubMed on a day: the list of numbers first, then the records to them. */
final class PubmedDay implements Pages {
    private final String source;
    private final LocalDate day;
    private final Entrez entrez;
    private ListPosition position;
    private Entrez.@Nullable Found found;

    PubmedDay(String source, LocalDate day, Entrez entrez, ListPosition start) {
        this.source = source;
        this.day = day;
        this.entrez = entrez;
        this.position = start;
    }

    @Override
    public boolean next(List<Source.Item> items) throws IOException {
        if (found == null) {
            found = entrez.search(day);
            position =
                    position.in(Fingerprint.of(found.numbers()), found.numbers().size());
        }
        List<String> numbers = found.numbers();
        int from = position.done();
        if (from < numbers.size()) {
            read(numbers.subList(from, Math.min(numbers.size(), from + Entrez.AT_ONCE)), items);
            return true;
        }
        if (found.count() > numbers.size()) {
            throw new IOException("PubMed found " + found.count() + " papers for " + day + " and gives no more than "
                    + Entrez.MOST + ": narrow the search");
        }
        Tally tally = new Tally(source, "", day, "search by entry date", found.count(), found.at());
        items.add(new Counted(tally, position.toString()));
        return false;
    }

    /** A number without a record is announced all the same: it is missing until it is asked for by name. */
    private void read(List<String> numbers, List<Source.Item> items) throws IOException {
        Map<String, XmlElement> records = entrez.fetch(numbers);
        for (String number : numbers) {
            XmlElement record = records.get(number);
            if (record != null) {
                items.add(PubmedRecord.read(source, number, record).at(position.toString()));
            }
            position = position.plus(1);
            Announcement announcement = new Announcement(source, "", day, number, Announcement.Kind.NEW, 0, true);
            items.add(new Announced(announcement, position.toString()));
        }
    }
}
