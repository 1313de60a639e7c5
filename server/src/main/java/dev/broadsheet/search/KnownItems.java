package dev.broadsheet.search;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.search.engine.EngineView;
import dev.broadsheet.search.query.Condition;
import dev.broadsheet.search.query.MentionedIdentifiers;
import dev.broadsheet.search.query.Scope;
import dev.broadsheet.text.TitleKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the papers that a query names: by identifiers in it, as their title, or as a citation of them. Thread-safe. */
final class KnownItems {
    /** Papers of one title that are set above all others. */
    private static final int MOST_OF_ONE_TITLE = 20;

    /** Papers whose title stands in a citation and that are looked at. */
    private static final int MOST_CITED = 100;

    /** Words in which a title is looked for: a citation has no more. */
    private static final int LONGEST_CITATION = 120;

    private static final int LONGEST_TITLE = 25;
    private static final int SHORTEST_TITLE = 2;

    /** Words of a title that is hardly said by chance. */
    private static final int TELLING_TITLE = 4;

    /** What people add to a title when they look for the paper. */
    private static final Set<String> ABOUT_PAPERS = Set.of("the", "a", "paper", "pdf", "arxiv", "preprint", "article");

    private final Catalogue catalogue;

    KnownItems(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The papers whose identifiers stand in the query, in its order. */
    List<Long> identified(EngineView view, String query, Scope scope) {
        Set<Long> found = new LinkedHashSet<>();
        for (Identifier identifier : MentionedIdentifiers.in(query)) {
            Condition named = new Condition.Named(identifier.toString());
            found.addAll(view.newest(scope.and(named), 1));
        }
        return List.copyOf(found);
    }

    /**
     * The papers whose title the query is, newest first, then those that it cites, the longest title first.
     *
     * @param query as typed: a title may hold signs that are syntax elsewhere
     * @param text its words
     */
    List<Long> titled(EngineView view, String query, String text, Scope scope) {
        Set<Long> found = new LinkedHashSet<>(view.titled(Set.of(query), scope, MOST_OF_ONE_TITLE));
        if (!text.equals(query)) {
            found.addAll(view.titled(Set.of(text), scope, MOST_OF_ONE_TITLE));
        }
        found.addAll(cited(view, query, scope));
        return List.copyOf(found);
    }

    private List<Long> cited(EngineView view, String query, Scope scope) {
        List<String> words =
                Stream.of(TitleKey.of(query).split(" ")).limit(LONGEST_CITATION).toList();
        Map<String, Passage> passages = passages(words);
        if (passages.isEmpty()) {
            return List.of();
        }
        record Cited(long number, int words) {}
        List<Cited> cited = new ArrayList<>();
        for (Paper paper : catalogue.papers(view.titled(passages.keySet(), scope, MOST_CITED))) {
            Passage passage = passages.get(TitleKey.joined(paper.metadata().title()));
            if (passage != null && isCitation(paper, passage.length(), passage.others(words))) {
                cited.add(new Cited(paper.number(), passage.length()));
            }
        }
        cited.sort(Comparator.comparingInt(Cited::words).reversed());
        return cited.stream().map(Cited::number).limit(MOST_OF_ONE_TITLE).toList();
    }

    /** The passages that may be a title, the whole text left out. */
    private static Map<String, Passage> passages(List<String> words) {
        Map<String, Passage> passages = new HashMap<>();
        for (int start = 0; start < words.size(); start++) {
            StringBuilder passage = new StringBuilder(words.get(start));
            for (int end = start + 1; end < Math.min(words.size(), start + LONGEST_TITLE); end++) {
                passage.append(words.get(end));
                if (end + 1 - start >= SHORTEST_TITLE && end + 1 - start < words.size()) {
                    passages.putIfAbsent(passage.toString(), new Passage(start, end + 1));
                }
            }
        }
        return passages;
    }

    /**
     * Whether the words beside the title speak of the paper too. "A survey of large language models
     * for code" holds another paper's title and does not mean that paper.
     */
    private static boolean isCitation(Paper paper, int length, Set<String> others) {
        for (Author author : paper.metadata().authors()) {
            if (Stream.of(TitleKey.of(author.name()).split(" "))
                    .anyMatch(part -> part.length() > 1 && others.contains(part))) {
                return true;
            }
        }
        PartialDate day = paper.metadata().day();
        boolean year = day != null
                && (others.contains(String.valueOf(day.year())) || others.contains(String.valueOf(day.year() + 1)));
        return (length >= TELLING_TITLE && year) || (length > SHORTEST_TITLE && ABOUT_PAPERS.containsAll(others));
    }

    /**
     * A piece of a text.
     *
     * @param start its first word
     * @param end behind its last word
     */
    private record Passage(int start, int end) {
        int length() {
            return end - start;
        }

        Set<String> others(List<String> words) {
            Set<String> others = new HashSet<>(words.subList(0, start));
            others.addAll(words.subList(end, words.size()));
            return others;
        }
    }
}
