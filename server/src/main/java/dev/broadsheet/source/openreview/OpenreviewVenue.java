package dev.broadsheet.source.openreview;

import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.Source.Announced;
import dev.broadsheet.source.Source.Counted;
import dev.broadsheet.source.Tally;
import dev.broadsheet.source.documents.Address;
import dev.broadsheet.source.documents.DocumentPosition;
import dev.broadsheet.source.documents.Documents;
import dev.broadsheet.source.documents.Parsed;
import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.http.Fetcher;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All submissions of a venue, in the order of their numbers, so that what is added meanwhile comes
 * last. Always read from its beginning: what each day has can only be counted over all pages.
 */
final class OpenreviewVenue implements Documents {
    private static final int PAGE = 1000;

    /** No venue has nearly so many; whoever says so is out of order. */
    private static final int MOST = 200_000;

    /** Where to go on is always the beginning. */
    private static final String CURSOR = DocumentPosition.START.toString();

    private final String source;
    private final String venue;
    private final LocalDate from;
    private final LocalDate until;
    private final URI address;
    private final Fetcher fetcher;
    private final Set<String> names = new HashSet<>();
    private final Map<LocalDate, Integer> onDay = new HashMap<>();
    private int total = -1;
    private @Nullable Instant begun;

    OpenreviewVenue(String source, String venue, LocalDate from, LocalDate until, URI address, Fetcher fetcher) {
        this.source = source;
        this.venue = venue;
        this.from = from;
        this.until = until;
        this.address = address;
        this.fetcher = fetcher;
    }

    @Override
    public boolean next(List<Source.Item> items) throws IOException {
        int before = names.size();
        Answer answer = fetcher.get(request(before));
        JsonNode page = Parsed.json(answer, "OpenReview");
        JsonNode notes = page.path("notes");
        if (!notes.isArray()) {
            throw new IOException("OpenReview gives no notes of " + venue);
        }
        count(page.path("count"));
        Instant at = begun == null ? answer.at() : begun;
        begun = at;
        for (JsonNode note : notes) {
            String name = OpenreviewNote.name(note);
            if (name == null) {
                throw new IOException("OpenReview gives a note of " + venue + " without an id");
            }
            if (names.add(name)) {
                add(name, note, items);
            }
        }
        if (names.size() > total) {
            throw new IOException("OpenReview counts " + total + " papers of " + venue + ", but gives more");
        }
        if (names.size() < total) {
            if (names.size() == before) {
                throw new IOException(
                        "OpenReview counts " + total + " papers of " + venue + ", but gives no more than " + before);
            }
            return true;
        }
        from.datesUntil(until.plusDays(1)).forEach(day -> {
            int expected = onDay.getOrDefault(day, 0);
            items.add(new Counted(new Tally(source, venue, day, "list of submissions", expected, at), CURSOR));
        });
        return false;
    }

    private void add(String name, JsonNode note, List<Source.Item> items) {
        items.add(OpenreviewNote.read(source, name, note, CURSOR));
        LocalDate day = OpenreviewNote.day(note);
        if (day != null && !day.isBefore(from) && !day.isAfter(until)) {
            onDay.merge(day, 1, Integer::sum);
            items.add(
                    new Announced(new Announcement(source, venue, day, name, Announcement.Kind.NEW, 0, true), CURSOR));
        }
    }

    /** Every answer says the number, or the first one only; if it changes, pages have shifted. */
    private void count(JsonNode count) throws IOException {
        if (count.isMissingNode() && total >= 0) {
            return;
        }
        if (!count.canConvertToInt() || count.intValue() < 0 || count.intValue() > MOST) {
            throw new IOException("OpenReview does not say how many papers " + venue + " has");
        }
        if (total >= 0 && total != count.intValue()) {
            throw new IOException("the papers of " + venue + " became other ones while OpenReview listed them");
        }
        total = count.intValue();
    }

    private URI request(int offset) {
        List<String> parameters = new ArrayList<>(
                List.of("invitation", venue + "/-/Submission", "sort", "number:asc", "limit", String.valueOf(PAGE)));
        if (offset > 0) {
            // With an offset, even 0, the service need not say the number of all.
            parameters.addAll(List.of("offset", String.valueOf(offset)));
        }
        return Address.of(address, "notes", parameters.toArray(String[]::new));
    }
}
