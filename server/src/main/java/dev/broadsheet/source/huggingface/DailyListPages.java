package dev.broadsheet.source.huggingface;

import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.http.ServiceAddress;
import dev.broadsheet.source.paged.Answers;
import dev.broadsheet.source.paged.DayCount;
import dev.broadsheet.source.paged.Finding;
import dev.broadsheet.source.paged.ListPosition;
import dev.broadsheet.source.paged.Pages;
import dev.broadsheet.source.record.JsonFields;
import dev.broadsheet.source.record.Text;
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
final class DailyListPages implements Pages {
    private static final int PAGE = 100;

    /** The longest list so far had a hundred papers. */
    private static final int MOST_PAGES = 50;

    private static final String CURSOR = ListPosition.START.toString();

    private final LocalDate day;
    private final URI address;
    private final Fetcher fetcher;
    private final Clock clock;
    private final HuggingFaceJson reader;
    private final Set<String> ids = new HashSet<>();
    private final DayCount announced;
    private int page;
    private int rank;
    private @Nullable Instant begun;

    DailyListPages(String source, LocalDate day, URI address, Fetcher fetcher, Clock clock) {
        this.day = day;
        this.address = address;
        this.fetcher = fetcher;
        this.clock = clock;
        this.reader = new HuggingFaceJson(source);
        this.announced = new DayCount(source, "", day, day);
    }

    @Override
    public boolean next(List<Source.Item> items) throws IOException {
        if (clock.instant().isBefore(DailyListCalendar.begins(day))) {
            // The site calls such a day a mistake.
            return false;
        }
        Answer answer = fetcher.get(ServiceAddress.of(
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
        JsonNode entries = Answers.json(answer, "Hugging Face");
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
            items.addAll(announced.tallies("daily list", at, CURSOR));
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
            throw new IOException(Answers.line("Hugging Face answers with the list of " + listed + " for " + day));
        }
        ObjectNode placed = JsonNodeFactory.instance.objectNode();
        placed.put("list_date", day.toString());
        placed.put("rank", rank);
        placed.set("item", entry);
        Finding read =
                Finding.of("entry " + rank + " of the list of " + day, entry::toString, () -> reader.read(placed));
        Source.Item item = read.at(CURSOR);
        items.add(item);
        String name =
                item instanceof Source.Received received ? received.record().name() : id;
        if (name != null && announced.add(name, day)) {
            items.add(announced.announced(name, day, CURSOR));
        }
    }
}
