package dev.broadsheet.web.paper;

import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PaperEvent;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.paper.Version;
import dev.broadsheet.web.shared.DisplayFormat;
import dev.broadsheet.web.shared.Piece;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a paper, as its page tells it.
 *
 * @param date in words
 * @param words what happened, before its texts
 * @param before the title that it had; empty for all but changes of the title
 * @param after the title that it has since
 */
record PaperHistory(String date, String words, List<Piece> before, List<Piece> after) {
    private record Dated(PartialDate date, PaperHistory history) {}

    /** From the versions, which have the author's dates, and what was noticed of the rest. Earliest first. */
    static List<PaperHistory> of(Metadata metadata, List<PaperEvent> events) {
        List<Dated> all = new ArrayList<>();
        for (Version version : metadata.versions()) {
            PartialDate date = version.date();
            if (date != null) {
                all.add(dated(date, version.number() == 1 ? "First version." : "Version " + version.number() + "."));
            }
        }
        Set<String> told = metadata.versions().stream()
                .filter(version -> version.date() != null)
                .map(version -> String.valueOf(version.number()))
                .collect(Collectors.toSet());
        for (PaperEvent event : events) {
            if (event.kind() != PaperEvent.Kind.VERSION || !told.contains(event.after())) {
                all.add(dated(event));
            }
        }
        all.sort(Comparator.comparing(Dated::date));
        // One version is not a history.
        return all.size() < 2 && events.isEmpty()
                ? List.of()
                : all.stream().map(Dated::history).toList();
    }

    /** What is to be said of a withdrawal, with the day on which it was noticed where that is known; null if it stands. */
    static @Nullable String withdrawal(Metadata metadata, List<PaperEvent> events) {
        if (!metadata.withdrawn()) {
            return null;
        }
        return "This paper was withdrawn by its authors or by its source."
                + events.reversed().stream()
                        .filter(event -> event.kind() == PaperEvent.Kind.WITHDRAWN)
                        .findFirst()
                        .map(event -> " It was noticed on "
                                + DisplayFormat.date(
                                        event.at().atZone(ZoneOffset.UTC).toLocalDate()) + ".")
                        .orElse("");
    }

    private static Dated dated(PartialDate date, String words) {
        return new Dated(date, new PaperHistory(DisplayFormat.date(date), words, List.of(), List.of()));
    }

    private static Dated dated(PaperEvent event) {
        PartialDate date = PartialDate.of(event.at().atZone(ZoneOffset.UTC).toLocalDate());
        return switch (event.kind()) {
            case VERSION -> dated(date, "Version " + event.after() + " was noticed.");
            case WITHDRAWN -> dated(date, "Withdrawn by its authors or by its source.");
            case RESTORED -> dated(date, "No longer withdrawn.");
            case CATEGORIES ->
                dated(date, "Categories changed from " + none(event.before()) + " to " + none(event.after()) + ".");
            case TITLE ->
                new Dated(
                        date,
                        new PaperHistory(
                                DisplayFormat.date(date),
                                "Title changed",
                                Piece.all(event.before()),
                                Piece.all(event.after())));
        };
    }

    private static String none(String categories) {
        return categories.isBlank() ? "none" : categories;
    }
}
