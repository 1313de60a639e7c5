package dev.broadsheet.benchmarks;

import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PaperJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which records a catalogue took for one paper, compared with what they are.
 *
 * @param right how many pairs were rightly merged
 * @param wrong the pairs that were wrongly merged, for a person
 * @param found what the papers are of which a pair was merged
 */
record MergedPairs(int right, List<String> wrong, Set<String> found) {

    private record Row(String truth, long paper, String shown) {}

    static MergedPairs in(Database database) {
        List<Row> rows = database.read(sql -> sql.sql("select r.source, r.name, r.paper,"
                        + " coalesce(r.body, p.metadata) from source_record r join paper p on p.number = r.paper")
                .query((row, index) -> row(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)))
                .list());
        Map<Long, List<Row>> papers = new HashMap<>();
        rows.forEach(row ->
                papers.computeIfAbsent(row.paper(), paper -> new ArrayList<>()).add(row));
        int right = 0;
        List<String> wrong = new ArrayList<>();
        Set<String> found = new HashSet<>();
        for (List<Row> paper : papers.values()) {
            for (int i = 0; i < paper.size(); i++) {
                for (int j = 0; j < i; j++) {
                    Row one = paper.get(i);
                    Row other = paper.get(j);
                    if (one.truth().equals(other.truth())) {
                        right++;
                        found.add(one.truth());
                    } else {
                        wrong.add(one.shown() + "\n      = " + other.shown());
                    }
                }
            }
        }
        return new MergedPairs(right, wrong, found);
    }

    private static Row row(String source, String name, long paper, String json) {
        Metadata metadata = PaperJson.read(json);
        String note = String.valueOf(metadata.comments());
        int at = note.indexOf(PrintedFiles.TRUTH);
        String truth = at < 0 ? name : note.substring(at + PrintedFiles.TRUTH.length());
        return new Row(truth, paper, source + " " + truth + " | " + shown(metadata));
    }

    private static String shown(Metadata metadata) {
        List<String> authors = metadata.authors().stream()
                .limit(4)
                .map(author -> author.name())
                .toList();
        String text = metadata.abstractText();
        return metadata.title() + " | " + authors + " | " + metadata.day() + " | "
                + text.substring(0, Math.min(60, text.length()));
    }
}
