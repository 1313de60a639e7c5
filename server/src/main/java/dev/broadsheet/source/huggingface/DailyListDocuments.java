package dev.broadsheet.source.huggingface;

import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.Source.Announced;
import dev.broadsheet.source.Source.Counted;
import dev.broadsheet.source.Source.Received;
import dev.broadsheet.source.Source.Rejected;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.Tally;
import dev.broadsheet.source.documents.Address;
import dev.broadsheet.source.documents.DocumentPosition;
import dev.broadsheet.source.documents.Documents;
import dev.broadsheet.source.documents.Parsed;
import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.record.JsonFields;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The list of a day, page by page from its beginning: places and votes change while it is open. */
final class DailyListDocuments implements Documents {
    private static final int PAGE = 100;

    /** The longest list so far had a hundred papers. */
    private static final int MOST_PAGES = 50;

    private static final int SHOWN = 500;
    private static final String CURSOR = DocumentPosition.START.toString();

    private final String source;
    private final LocalDate day;
    private final URI address;
    private final Fetcher fetcher;
    private final Clock clock;
    private final HuggingFaceJson reader;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> announced = new HashSet<>();
    private int page;
    private int rank;
    private @Nullable Instant begun;

    DailyListDocuments(String source, LocalDate day, URI address, Fetcher fetcher, Clock clock) {
        this.source = source;
        this.day = day;
        this.address = address;
        this.fetcher = fetcher;
        this.clock = clock;
        this.reader = new HuggingFaceJson(source);
    }

    @Override
    public boolean next(List<Source.Item> items) throws IOException {
        if (clock.instant().isBefore(ListDays.begins(day))) {
            // The site calls such a day a mistake.
            return false;
        }
        Answer answer = fetcher.get(Address.of(
                address,
                "api/daily_papers",
                "date",
                day.toString(),
                "limit",
                String.valueOf(PAGE),
                "p",
                String.valueOf(page)));
        Instant at = begun == null ? answer.at() : begun;
        begun = at;
        JsonNode entries = Parsed.json(answer, "Hugging Face");
        if (!entries.isArray()) {
            throw new IOException("Hugging Face gives no list of " + day);
        }
        int before = ids.size();
        for (JsonNode entry : entries) {
            add(entry, items);
        }
        boolean full = entries.size() >= PAGE;
        if (full && (ids.size() == before || ++page >= MOST_PAGES)) {
            throw new IOException("Hugging Face's list of " + day + " does not end");
        }
        if (!full) {
            items.add(new Counted(new Tally(source, "", day, "daily list", announced.size(), at), CURSOR));
        }
        return full;
    }

    private void add(JsonNode entry, List<Source.Item> items) throws IOException {
        String id = Text.orNull(JsonFields.text(entry.path("paper"), "id"));
        if (id != null && !ids.add(id)) {
            return;
        }
        rank++;
        String listed = JsonFields.text(entry.path("paper"), "submittedOnDailyAt");
        if (listed != null && !PartialDate.of(day).equals(Text.date(listed))) {
            throw new IOException(Parsed.line("Hugging Face answers with the list of " + listed + " for " + day));
        }
        ObjectNode placed = JsonNodeFactory.instance.objectNode();
        placed.put("list_date", day.toString());
        placed.put("rank", rank);
        placed.set("item", entry);
        try {
            SourceRecord record = reader.read(placed);
            items.add(new Received(record, CURSOR));
            announce(record.name(), items);
        } catch (UnreadableRecordException e) {
            String text = Text.clean(entry.toString());
            items.add(new Rejected(
                    "entry " + rank + " of the list of " + day,
                    e.reason(),
                    text.substring(0, Math.min(SHOWN, text.length())),
                    CURSOR));
            if (id != null) {
                announce(id, items);
            }
        }
    }

    private void announce(String name, List<Source.Item> items) {
        if (announced.add(name)) {
            items.add(new Announced(new Announcement(source, "", day, name, Announcement.Kind.NEW, 0, true), CURSOR));
        }
    }
}
