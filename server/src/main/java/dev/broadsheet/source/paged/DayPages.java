package dev.broadsheet.source.paged;

import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.source.Source.Announced;
import dev.broadsheet.source.Source.Counted;
import dev.broadsheet.source.Source.Item;
import dev.broadsheet.source.SourceProfile;
import dev.broadsheet.source.Tally;
import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The pages of a day, always from the first: their tokens expire within minutes, a day is a few pages,
 * and only who has seen all of them can tell whether one came twice. Counts different entries, and
 * counts the day only if they are as many as the service says.
 */
final class DayPages implements Pages {
    /** More papers than all publishers together register in a day. */
    private static final int MOST = 500_000;

    private final PagedService service;
    private final SourceProfile profile;
    private final Fetcher fetcher;
    private final LocalDate day;
    private final String cursor;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> papers = new HashMap<>();
    private @Nullable String token;
    private @Nullable Instant asked;
    private @Nullable IOException wrongDay;
    private volatile int total = -1;

    DayPages(PagedService service, Fetcher fetcher, LocalDate day) {
        this.service = service;
        this.profile = service.profile();
        this.fetcher = fetcher;
        this.day = day;
        this.cursor = day.toString();
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public boolean next(List<Item> items) throws IOException {
        Answer answer = fetcher.get(service.page(day, token));
        if (asked == null) {
            // What came in while the later pages were read may be missing on the earlier ones.
            asked = answer.at();
        }
        DayPage page = page(answer);
        total = Math.max(total, page.total());
        int before = seen.size();
        for (JsonNode entry : page.entries()) {
            take(entry, items);
        }
        if (wrongDay != null) {
            throw wrongDay;
        }
        boolean end =
                page.next() == null || page.entries().isEmpty() || (service.countsExactly() && seen.size() >= total);
        if (end) {
            items.addAll(tallies(asked));
        } else if (seen.size() == before) {
            throw problem("gives the same page again, " + seen.size() + " of " + total + " records came");
        } else if (seen.size() > MOST) {
            throw problem("gives more than " + MOST + " records");
        }
        token = page.next();
        return !end;
    }

    private DayPage page(Answer answer) throws IOException {
        try {
            return service.page(Answers.json(answer, profile.title()), token);
        } catch (UnreadableRecordException e) {
            throw Answers.unexpected(answer.address(), profile.title(), e);
        }
    }

    private void take(JsonNode entry, List<Item> items) {
        PageEntry listed = service.identified(entry);
        if (!seen.add(listed == null ? PagedService.beginning(entry) : listed.name() + " v" + listed.version())) {
            return;
        }
        if (listed != null && listed.day() != null && !listed.day().equals(day)) {
            // The rest of the page may still be good.
            wrongDay = problem("gives " + listed.name() + ", which is of " + listed.day());
            return;
        }
        if (listed != null && listed.parts().isEmpty()) {
            return;
        }
        items.add(service.finding(entry, listed).at(cursor));
        if (listed == null) {
            // Nobody can tell which one it was, so that the day stays one short everywhere.
            profile.parts().forEach(part -> papers.merge(part, 1, Integer::sum));
            return;
        }
        for (String part : listed.parts()) {
            items.add(new Announced(
                    new Announcement(profile.name(), part, day, listed.name(), listed.kind(), listed.version(), true),
                    cursor));
            if (listed.kind() != Kind.REPLACEMENT) {
                papers.merge(part, 1, Integer::sum);
            }
        }
    }

    private List<Item> tallies(Instant at) throws IOException {
        boolean agrees = service.countsExactly() ? seen.size() == total : seen.size() >= total;
        if (!agrees) {
            throw problem("says that it has " + total + " records and gives " + seen.size());
        }
        return profile.parts().stream()
                .<Item>map(part -> {
                    Integer expected = service.countsExactly() ? papers.getOrDefault(part, 0) : null;
                    return new Counted(new Tally(profile.name(), part, day, "list of the day", expected, at), cursor);
                })
                .toList();
    }

    private IOException problem(String what) {
        return new IOException(profile.title() + " of " + day + " " + what);
    }
}
