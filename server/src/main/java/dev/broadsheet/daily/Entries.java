package dev.broadsheet.daily;

import dev.broadsheet.daily.DailyList.Entry;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the papers of places on a list. */
final class Entries {
    private Entries() {}

    static List<ListEntry> stretch(List<ListEntry> all, int offset, int limit) {
        return all.subList(Math.min(offset, all.size()), (int) Math.min((long) offset + limit, all.size()));
    }

    /** @param offset how many entries come before these */
    static List<Entry> read(Catalogue catalogue, List<ListEntry> listed, int offset) {
        Map<Long, Paper> papers = new HashMap<>();
        for (Paper paper : catalogue.papers(
                listed.stream().map(ListEntry::paper).distinct().toList())) {
            papers.put(paper.number(), paper);
        }
        List<Entry> entries = new ArrayList<>(listed.size());
        for (int i = 0; i < listed.size(); i++) {
            ListEntry place = listed.get(i);
            Paper paper = papers.get(place.paper());
            if (paper != null) {
                entries.add(new Entry(
                        offset + i + 1,
                        paper,
                        place.day(),
                        place.appearance(),
                        place.submission(),
                        place.crossListed()));
            }
        }
        return entries;
    }
}
