package dev.broadsheet.search.lucene;

import dev.broadsheet.search.analysis.NameKey;
import dev.broadsheet.search.engine.Beginnings;
import dev.broadsheet.search.engine.Beginnings.Counted;
import dev.broadsheet.search.engine.Beginnings.Wanted;
import dev.broadsheet.search.engine.SortOrder;
import dev.broadsheet.search.lucene.WordFields.NameTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Beginnings in one state of the index. */
final class LuceneBeginnings {
    /** A shorter beginning says too little, and costs the most. */
    private static final int SHORTEST = 2;

    private static final int SHORTEST_CODE = 1;

    /** Names of a segment that are weighed: two letters begin more of them, and more letters are to come. */
    private static final int MOST_NAMES = 20_000;

    /** Categories are few, but a source may take anything for one. */
    private static final int MOST_CODES = 5_000;

    private static final int MOST_WORDS = 20;

    private final IndexSearcher searcher;

    LuceneBeginnings(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    Beginnings of(String typed, Wanted wanted) {
        List<Counted> authors = wanted.authors() > 0 ? authors(typed, wanted.authors()) : List.of();
        List<Counted> categories = wanted.categories() > 0 ? categories(typed, wanted.categories()) : List.of();
        int titles = wanted.titlesBeside(authors.size() + categories.size());
        return new Beginnings(titles > 0 ? titles(typed, titles) : List.of(), authors, categories);
    }

    List<Long> titles(String typed, int limit) {
        Typed text = Typed.of(PaperDocument.titleKey(typed), typed);
        if (text.isShorterThan(SHORTEST)) {
            return List.of();
        }
        Set<Long> papers = new LinkedHashSet<>(newest(begunBy(text), limit));
        if (papers.size() < limit) {
            papers.addAll(newest(withWords(text), limit));
        }
        return papers.stream().limit(limit).toList();
    }

    private List<Long> newest(Query query, int limit) {
        return IndexReading.read(() -> PaperOrder.of(SortOrder.DATE).first(searcher, query, limit));
    }

    private static Query begunBy(Typed text) {
        Query begun = new PrefixQuery(new Term(PaperDocument.TITLE, PaperDocument.joined(text.beginning())));
        // The title's key has no spaces: only its words tell where one ends.
        return text.complete().isEmpty()
                ? begun
                : new BooleanQuery.Builder()
                        .add(begun, Occur.FILTER)
                        .add(withWords(text), Occur.FILTER)
                        .build();
    }

    private static Query withWords(Typed text) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        text.complete().stream()
                .limit(MOST_WORDS)
                .forEach(word -> all.add(new TermQuery(new Term(WordFields.TITLE_WORD, word)), Occur.FILTER));
        // One letter begins nearly any title's word.
        if (text.last().length() >= SHORTEST) {
            all.add(new PrefixQuery(new Term(WordFields.TITLE_WORD, text.last())), Occur.FILTER);
        }
        return all.build();
    }

    List<Counted> authors(String typed, int limit) {
        Typed text = Typed.of(String.join(" ", NameKey.parts(typed)), typed);
        if (text.isShorterThan(SHORTEST)) {
            return List.of();
        }
        // The longest word narrows the most; the others only choose among what it begins.
        String longest = text.words().stream()
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        return IndexReading.read(() -> {
            Map<String, Integer> names = TermCounts.of(searcher, WordFields.NAME, longest, MOST_NAMES);
            List<Map.Entry<String, Integer>> found = new ArrayList<>();
            for (Map.Entry<String, Integer> name : names.entrySet()) {
                if (text.words().size() == 1 || text.begins(name.getKey())) {
                    found.add(name);
                }
            }
            // Some are left out again, as printed otherwise or gone.
            return best(found.stream().sorted(TermCounts.FREQUENT_FIRST).toList(), limit);
        });
    }

    /** The first of these names that papers still bear, each author once. */
    private List<Counted> best(List<Map.Entry<String, Integer>> names, int limit) throws IOException {
        List<Counted> best = new ArrayList<>();
        Set<List<String>> known = new HashSet<>();
        for (Map.Entry<String, Integer> name : names) {
            if (best.size() == limit) {
                break;
            }
            NameTerm term = NameTerm.of(name.getKey());
            // The same parts in any order are the same name, printed otherwise.
            if (known.add(Arrays.stream(term.key().split(" ")).sorted().toList())) {
                addLiving(WordFields.NAME, name.getKey(), term.printed(), best);
            }
        }
        return best;
    }

    List<Counted> categories(String typed, int limit) {
        String beginning = typed.strip().toLowerCase(Locale.ROOT);
        if (beginning.length() < SHORTEST_CODE) {
            return List.of();
        }
        return IndexReading.read(() -> {
            List<Counted> codes = new ArrayList<>();
            for (String code : TermCounts.of(searcher, WordFields.CATEGORY_CODE, "", MOST_CODES).entrySet().stream()
                    .filter(code -> isBegun(code.getKey().toLowerCase(Locale.ROOT), beginning))
                    .sorted(TermCounts.FREQUENT_FIRST)
                    .map(Map.Entry::getKey)
                    .toList()) {
                if (codes.size() == limit) {
                    break;
                }
                addLiving(WordFields.CATEGORY_CODE, code, code, codes);
            }
            return codes;
        });
    }

    private static boolean isBegun(String code, String beginning) {
        return code.startsWith(beginning) || code.startsWith(beginning, code.indexOf('.') + 1);
    }

    /** A term outlives its last paper until its segment is merged. */
    private void addLiving(String field, String term, String printed, List<Counted> counted) throws IOException {
        int papers = searcher.count(new TermQuery(new Term(field, term)));
        if (papers > 0) {
            counted.add(new Counted(printed, papers));
        }
    }

    /**
     * What is typed, reduced to its words.
     *
     * @param complete words that are followed by something
     * @param last the word that may go on; empty behind a space
     */
    private record Typed(List<String> complete, String last) {
        static Typed of(String key, String typed) {
            if (key.isEmpty()) {
                return new Typed(List.of(), "");
            }
            List<String> words = List.of(key.split(" "));
            return Character.isWhitespace(typed.charAt(typed.length() - 1))
                    ? new Typed(words, "")
                    : new Typed(words.subList(0, words.size() - 1), words.getLast());
        }

        List<String> words() {
            List<String> words = new ArrayList<>(complete);
            if (!last.isEmpty()) {
                words.add(last);
            }
            return words;
        }

        String beginning() {
            return complete.isEmpty() ? last : String.join(" ", complete) + ' ' + last;
        }

        boolean isShorterThan(int letters) {
            return beginning().strip().length() < letters;
        }

        /** Whether each word begins a part of the name that has this term. */
        boolean begins(String term) {
            String key = " " + term.substring(0, term.indexOf(WordFields.END_OF_KEY)) + " ";
            return complete.stream().allMatch(word -> key.contains(" " + word)) && key.contains(" " + last);
        }
    }
}
