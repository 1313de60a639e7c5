package dev.broadsheet.testing.arxiv;

import dev.broadsheet.testing.arxiv.ArxivPaper.Event;
import dev.broadsheet.testing.arxiv.ArxivPaper.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All papers, and the truth about them: what was announced where on which day. Thread-safe. */
public final class ArxivList {
    private final ArxivDays days;
    private final List<ArxivPaper> papers;
    private final Map<String, ArxivPaper> byId;
    private final Map<LocalDate, List<Item>> byDay = new HashMap<>();
    private @Nullable Snapshot latest;

    public ArxivList(ArxivDays days, List<ArxivPaper> papers) {
        this.days = days;
        this.papers = List.copyOf(papers);
        this.byId = papers.stream().collect(Collectors.toMap(ArxivPaper::id, paper -> paper));
        for (ArxivPaper paper : papers) {
            Stage before = null;
            for (Stage stage : paper.stages()) {
                byDay.computeIfAbsent(stage.day(), day -> new ArrayList<>()).add(new Item(paper, stage, before));
                before = stage;
            }
        }
    }

    /** A paper as it stands in a service, or in a listing. */
    record Item(ArxivPaper paper, Stage stage, @Nullable Stage before) {
        String id() {
            return paper.id();
        }

        /** arXiv's word for why the listing of this category has it; null if it has not. */
        @Nullable String announced(String category) {
            List<String> categories = stage.said().categories();
            if (!categories.contains(category)) {
                return null;
            }
            boolean primary = categories.getFirst().equals(category);
            return switch (stage.event()) {
                case NEW -> primary ? "new" : "cross";
                case REPLACEMENT -> primary ? "replace" : "replace-cross";
                case CROSS -> before != null && before.said().categories().contains(category) ? null : "cross";
                case SILENT -> null;
            };
        }
    }

    private record Snapshot(LocalDate day, List<Item> items) {}

    public ArxivDays days() {
        return days;
    }

    public List<ArxivPaper> papers() {
        return papers;
    }

    /** The ids of the new and cross-listed papers of a listing. */
    public Set<String> announced(String category, LocalDate day) {
        Set<String> ids = new TreeSet<>();
        for (Item item : listing(day)) {
            String type = item.announced(category);
            if (type != null && item.stage().event() != Event.REPLACEMENT) {
                ids.add(item.id());
            }
        }
        return ids;
    }

    /** The whole listing of a date, all categories. */
    List<Item> listing(LocalDate day) {
        return byDay.getOrDefault(day, List.of());
    }

    /** The latest date before this one that has a listing; this one if there is none. */
    LocalDate listingBefore(LocalDate day) {
        return byDay.keySet().stream()
                .filter(other -> other.isBefore(day) && days.announces(other))
                .max(Comparator.naturalOrder())
                .orElse(day);
    }

    @Nullable ArxivPaper paper(String id) {
        return byId.get(id);
    }

    /** Every record once the listing of this date is out, by datestamp and id. */
    synchronized List<Item> records(LocalDate day) {
        Snapshot known = latest;
        if (known == null || !known.day().equals(day)) {
            known = new Snapshot(
                    day,
                    papers.stream()
                            .filter(paper -> !paper.stages().getFirst().day().isAfter(day))
                            .map(paper -> new Item(paper, paper.at(day), null))
                            .sorted(Comparator.comparing(
                                            (Item item) -> item.stage().day())
                                    .thenComparing(Item::id))
                            .toList());
            latest = known;
        }
        return known.items();
    }
}
