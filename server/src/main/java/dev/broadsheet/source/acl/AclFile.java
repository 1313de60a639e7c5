package dev.broadsheet.source.acl;

import dev.broadsheet.source.Source;
import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.http.ServiceAddress;
import dev.broadsheet.source.paged.Answers;
import dev.broadsheet.source.paged.DayCount;
import dev.broadsheet.source.paged.Fingerprint;
import dev.broadsheet.source.paged.ListPosition;
import dev.broadsheet.source.paged.Pages;
import dev.broadsheet.source.xml.XmlElement;
import dev.broadsheet.source.xml.XmlPieces;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** One file of the Anthology, volume by volume. It is all there is, so that what stands in it is counted. */
final class AclFile implements Pages {
    private final String source;
    private final String collection;
    private final URI address;
    private final Fetcher fetcher;
    private final ListPosition start;
    private final DayCount days;

    AclFile(
            String source,
            String collection,
            LocalDate from,
            LocalDate until,
            URI address,
            Fetcher fetcher,
            ListPosition start) {
        this.source = source;
        this.collection = collection;
        this.days = new DayCount(source, collection, from, until);
        this.address = address;
        this.fetcher = fetcher;
        this.start = start;
    }

    @Override
    public boolean next(List<Source.Item> items) throws IOException {
        Answer answer = fetcher.get(ServiceAddress.of(address, collection + ".xml"));
        ListPosition done = start.in(Fingerprint.of(answer.body()), Integer.MAX_VALUE);
        int passed = done.done();
        ListPosition position = new ListPosition(done.list(), 0);
        try (XmlPieces volumes = Answers.xml(answer, "ACL Anthology", Set.of("collection"), Set.of("volume"))) {
            String id = volumes.root().attribute("id");
            if (!collection.equals(id)) {
                throw new IOException(Answers.line("the file " + answer.address() + " is that of " + id));
            }
            for (XmlElement volume = volumes.next(); volume != null; volume = volumes.next()) {
                for (XmlElement paper : volume.children("paper").toList()) {
                    position = position.plus(1);
                    add(new AclPaper(collection, volume, paper), position.done() > passed, position, items);
                }
            }
        }
        items.addAll(days.tallies("file of the volumes", answer.at(), position.toString()));
        return false;
    }

    private void add(AclPaper paper, boolean isNew, ListPosition position, List<Source.Item> items) {
        String name = paper.name();
        ListPosition before = position.plus(-1);
        if (isNew) {
            items.add(paper.read(source).at(before.toString()));
        }
        LocalDate day = paper.day();
        if (name != null && days.add(name, day) && day != null && isNew) {
            items.add(days.announced(name, day, position.toString()));
        }
    }
}
