package dev.broadsheet.paper;

import dev.broadsheet.paper.PaperEvent.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a reader should know of a change to a paper. That something became known is not a change. */
final class ChangeEvents {
    private ChangeEvents() {}

    /** What one state has become. */
    static List<PaperEvent> between(Metadata before, Metadata after, Instant at) {
        List<PaperEvent> events = heard(before, after, at);
        if (before.withdrawn() && !after.withdrawn()) {
            events.add(new PaperEvent(at, Kind.RESTORED, "", ""));
        }
        boolean known = !before.categories().isEmpty() && !after.categories().isEmpty();
        if (known && !before.categories().equals(after.categories())) {
            events.add(new PaperEvent(
                    at, Kind.CATEGORIES, String.join(" ", before.categories()), String.join(" ", after.categories())));
        }
        if (!folded(before.title()).equals(folded(after.title()))) {
            events.add(new PaperEvent(at, Kind.TITLE, folded(before.title()), folded(after.title())));
        }
        return events;
    }

    /** What is news even if another source says it, which may write all else its own way. */
    static List<PaperEvent> heard(Metadata before, Metadata after, Instant at) {
        List<PaperEvent> events = new ArrayList<>();
        int earlier = version(before);
        int later = version(after);
        if (earlier > 0 && later > earlier) {
            events.add(new PaperEvent(at, Kind.VERSION, Integer.toString(earlier), Integer.toString(later)));
        }
        if (after.withdrawn() && !before.withdrawn()) {
            events.add(new PaperEvent(at, Kind.WITHDRAWN, "", ""));
        }
        return events;
    }

    /** The last version, 0 where none is known. */
    private static int version(Metadata metadata) {
        return metadata.versions().stream().mapToInt(Version::number).max().orElse(0);
    }

    private static String folded(String title) {
        return title.strip().replaceAll("\\s+", " ");
    }
}
