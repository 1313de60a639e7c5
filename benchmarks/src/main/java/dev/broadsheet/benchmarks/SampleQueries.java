package dev.broadsheet.benchmarks;

import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Queries drawn from a catalogue: half are three words of a paper's title, half a sentence of an abstract. */
public final class SampleQueries {
    private static final long SEED = 20261121;

    private SampleQueries() {}

    /** As many queries as wanted, the same each time for the same catalogue. */
    public static List<String> of(Catalogue catalogue, int count) {
        Random random = new Random(SEED);
        // Some numbers are of papers that became one with others; there is nothing under them.
        long last = catalogue
                .database()
                .read(sql -> sql.sql("select coalesce(max(number), 0) from paper")
                        .query(Long.class)
                        .single());
        List<String> queries = new ArrayList<>();
        while (queries.size() < count) {
            for (Paper paper : catalogue.papers(List.of(1 + random.nextLong(last)))) {
                queries.add(
                        queries.size() % 2 == 0
                                ? words(paper.metadata().title(), random)
                                : sentence(paper.metadata().abstractText(), random));
            }
            queries.removeIf(String::isBlank);
        }
        return queries;
    }

    private static String words(String title, Random random) {
        List<String> words = new ArrayList<>(List.of(title.split("\\s+")));
        while (words.size() > 3) {
            words.remove(random.nextInt(words.size()));
        }
        return String.join(" ", words);
    }

    private static String sentence(String text, Random random) {
        String[] sentences = text.split("(?<=[.!?])\\s+");
        return sentences[random.nextInt(sentences.length)];
    }
}
