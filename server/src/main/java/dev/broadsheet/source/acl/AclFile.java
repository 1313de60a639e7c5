package dev.broadsheet.source.acl;

import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.Source.Announced;
import dev.broadsheet.source.Source.Counted;
import dev.broadsheet.source.Tally;
import dev.broadsheet.source.documents.Address;
import dev.broadsheet.source.documents.DocumentPosition;
import dev.broadsheet.source.documents.Documents;
import dev.broadsheet.source.documents.Fingerprint;
import dev.broadsheet.source.documents.Parsed;
import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.xml.XmlElement;
import dev.broadsheet.source.xml.XmlPieces;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One file of the Anthology, volume by volume. It is all there is, so that what stands in it is counted. */
final class AclFile implements Documents {
    private final String source;
    private final String collection;
    private final LocalDate from;
    private final LocalDate until;
    private final URI address;
    private final Fetcher fetcher;
    private final DocumentPosition start;
    private final Set<String> names = new HashSet<>();
    private final Map<LocalDate, Integer> onDay = new HashMap<>();

    AclFile(
            String source,
            String collection,
            LocalDate from,
            LocalDate until,
            URI address,
            Fetcher fetcher,
            DocumentPosition start) {
        this.source = source;
        this.collection = collection;
        this.from = from;
        this.until = until;
        this.address = address;
        this.fetcher = fetcher;
        this.start = start;
    }

    @Override
    public boolean next(List<Source.Item> items) throws IOException {
        Answer answer = fetcher.get(Address.of(address, collection + ".xml"));
        DocumentPosition done = start.in(Fingerprint.of(answer.body()), Integer.MAX_VALUE);
        int passed = done.done();
        DocumentPosition position = new DocumentPosition(done.list(), 0);
        try (XmlPieces volumes = Parsed.xml(answer, "ACL Anthology", Set.of("collection"), Set.of("volume"))) {
            String id = volumes.root().attribute("id");
            if (!collection.equals(id)) {
                throw new IOException(Parsed.line("the file " + answer.address() + " is that of " + id));
            }
            for (XmlElement volume = volumes.next(); volume != null; volume = volumes.next()) {
                for (XmlElement paper : volume.children("paper").toList()) {
                    position = position.plus(1);
                    add(new AclPaper(collection, volume, paper), position.done() > passed, position, items);
                }
            }
        }
        String cursor = position.toString();
        from.datesUntil(until.plusDays(1)).forEach(day -> {
            int expected = onDay.getOrDefault(day, 0);
            items.add(new Counted(
                    new Tally(source, collection, day, "file of the volumes", expected, answer.at()), cursor));
        });
        return false;
    }

    private void add(AclPaper paper, boolean isNew, DocumentPosition position, List<Source.Item> items) {
        String name = paper.name();
        DocumentPosition before = position.plus(-1);
        if (isNew) {
            items.add(paper.read(source, before.toString()));
        }
        LocalDate day = paper.day();
        if (name != null && names.add(name) && day != null && !day.isBefore(from) && !day.isAfter(until)) {
            onDay.merge(day, 1, Integer::sum);
            if (isNew) {
                Announcement announcement =
                        new Announcement(source, collection, day, name, Announcement.Kind.NEW, 0, true);
                items.add(new Announced(announcement, position.toString()));
            }
        }
    }
}
