package dev.broadsheet.testing.arxiv;

import dev.broadsheet.testing.arxiv.ArxivList.Item;
import dev.broadsheet.testing.arxiv.ArxivPaper.Description;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The search API: papers by id or by query, in pages. */
final class ApiService {
    /** From the announcement to the search index. */
    private static final Duration DELAY = Duration.ofHours(1);

    private static final int MOST_PER_PAGE = 2000;
    private static final Pattern ID =
            Pattern.compile("(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7})(?:v(\\d{1,4}))?");

    private final ArxivList list;
    private final Mood mood;

    ApiService(ArxivList list, Mood mood) {
        this.list = list;
        this.mood = mood;
    }

    private record Found(Item item, int version) {}

    StandInReply answer(QueryParameters parameters, Instant now) {
        LocalDate day = list.days().latest(now, DELAY);
        int start = parameters.number("start", 0);
        int most = Math.min(MOST_PER_PAGE, parameters.number("max_results", 10));
        List<Found> found = new ArrayList<>();
        String ids = parameters.get("id_list");
        if (!ids.isBlank()) {
            for (String id : ids.split(",")) {
                Matcher matcher = ID.matcher(id.strip());
                if (!matcher.matches()) {
                    return StandInReply.atom(400, AtomFormat.malformed(id.strip(), now));
                }
                find(matcher, day, now, found);
            }
        }
        String query = parameters.get("search_query");
        if (!query.isBlank()) {
            Predicate<Description> wanted;
            try {
                wanted = ApiQuery.parse(query);
            } catch (IllegalArgumentException e) {
                return new StandInReply(400, "text/plain", String.valueOf(e.getMessage()));
            }
            found = ids.isBlank()
                    ? search(wanted, parameters, day, now)
                    : found.stream()
                            .filter(one -> wanted.test(one.item().stage().said()))
                            .toList();
        }
        String title =
                "arXiv Query: search_query=" + query + "&id_list=" + ids + "&start=" + start + "&max_results=" + most;
        Xml xml = AtomFormat.start(title, now, start, most, found.size());
        found.stream().skip(start).limit(most).forEach(one -> AtomFormat.entry(xml, one.item(), one.version()));
        return StandInReply.atom(200, xml.close("feed"));
    }

    private void find(Matcher id, LocalDate day, Instant now, List<Found> found) {
        ArxivPaper paper = list.paper(id.group(1));
        if (paper == null || paper.stages().getFirst().day().isAfter(day) || omitted(paper.id(), now)) {
            return;
        }
        Item item = new Item(paper, paper.at(day), null);
        int versions = item.stage().said().versions().size();
        int version = id.group(2) == null ? versions : Integer.parseInt(id.group(2));
        if (version >= 1 && version <= versions) {
            found.add(new Found(item, version));
        }
    }

    private List<Found> search(Predicate<Description> wanted, QueryParameters parameters, LocalDate day, Instant now) {
        boolean updated = parameters.get("sortBy").equals("lastUpdatedDate");
        Comparator<Item> order = Comparator.comparing((Item item) -> {
                    List<Instant> versions = item.stage().said().versions();
                    return updated ? versions.getLast() : versions.getFirst();
                })
                .thenComparing(Item::id);
        return list.records(day).stream()
                .filter(item -> wanted.test(item.stage().said()) && !omitted(item.id(), now))
                .sorted(parameters.get("sortOrder").equals("ascending") ? order : order.reversed())
                .map(item -> new Found(item, item.stage().said().versions().size()))
                .toList();
    }

    private boolean omitted(String id, Instant now) {
        return mood.omits(
                Mood.Service.API, id, now.atOffset(java.time.ZoneOffset.UTC).toLocalDate());
    }
}
