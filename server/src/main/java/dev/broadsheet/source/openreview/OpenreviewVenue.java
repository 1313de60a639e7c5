package dev.broadsheet.source.openreview;

import dev.broadsheet.source.Source;
import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.http.ServiceAddress;
import dev.broadsheet.source.paged.Answers;
import dev.broadsheet.source.paged.DayCount;
import dev.broadsheet.source.paged.ListPosition;
import dev.broadsheet.source.paged.Pages;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All submissions of a venue, in the order of their numbers, so that what is added meanwhile comes
 * last. Always read from its beginning: what each day has can only be counted over all pages.
 */
final class OpenreviewVenue implements Pages {
    private static final int PAGE = 1000;

    /** No venue has nearly so many; whoever says so is out of order. */
    private static final int MOST = 200_000;

    /** Where to go on is always the beginning. */
    private static final String CURSOR = ListPosition.START.toString();

    private final String source;
    private final String venue;
    private final URI address;
    private final Fetcher fetcher;
    private final DayCount days;
    private int total = -1;
    private @Nullable Instant begun;

    OpenreviewVenue(String source, String venue, LocalDate from, LocalDate until, URI address, Fetcher fetcher) {
        this.source = source;
        this.venue = venue;
        this.days = new DayCount(source, venue, from, until);
        this.address = address;
        this.fetcher = fetcher;
    }

    @Override
    public boolean next(List<Source.Item> items) throws IOException {
        int before = days.names();
        Answer answer = fetcher.get(request(before));
        JsonNode page = Answers.json(answer, "OpenReview");
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
            add(name, note, items);
        }
        if (days.names() > total) {
            throw new IOException("OpenReview counts " + total + " papers of " + venue + ", but gives more");
        }
        if (days.names() < total) {
            if (days.names() == before) {
                throw new IOException(
                        "OpenReview counts " + total + " papers of " + venue + ", but gives no more than " + before);
            }
            return true;
        }
        items.addAll(days.tallies("list of submissions", at, CURSOR));
        return false;
    }

    private void add(String name, JsonNode note, List<Source.Item> items) {
        int before = days.names();
        LocalDate day = OpenreviewNote.day(note);
        boolean counts = days.add(name, day);
        if (days.names() > before) {
            items.add(OpenreviewNote.read(source, name, note).at(CURSOR));
        }
        if (counts && day != null) {
            items.add(days.announced(name, day, CURSOR));
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
        return ServiceAddress.of(address, "notes", parameters.toArray(String[]::new));
    }
}
