package dev.broadsheet.search.engine;

import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.search.analysis.NameKey;
import dev.broadsheet.search.analysis.TextAnalysis;
import dev.broadsheet.search.engine.Beginnings.Counted;
import dev.broadsheet.search.engine.Beginnings.Wanted;
import dev.broadsheet.search.engine.IndexChange.Written;
import dev.broadsheet.search.query.Scope;
import dev.broadsheet.search.vector.PaperText;
import dev.broadsheet.search.vector.Vectors;
import dev.broadsheet.text.TitleKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Searching a list of papers by reading all of it. Counts shared words instead of BM25. */
public final class MemoryView implements EngineView {
    private static final Comparator<SortKey> GREATEST_FIRST = Comparator.comparingInt(SortKey::measure)
            .thenComparingInt(SortKey::day)
            .thenComparingLong(SortKey::number)
            .reversed();

    private final Map<Long, Written> papers = new TreeMap<>();

    public MemoryView(Collection<Written> papers) {
        papers.forEach(paper -> this.papers.put(paper.number(), paper));
    }

    public float[] vector(int model, long number) {
        List<float[]> vectors = paper(number).vectors();
        if (vectors == null) {
            throw new IllegalArgumentException("paper " + number + " is not embedded");
        }
        return vectors.get(model);
    }

    @Override
    public long indexed() {
        return papers.size();
    }

    @Override
    public long embedded() {
        return papers.values().stream().filter(MemoryView::isEmbedded).count();
    }

    @Override
    public long highest() {
        return papers.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    @Override
    public List<Candidate> words(String query, Scope scope, int limit) {
        Set<String> stems = TextAnalysis.stems(query).keySet();
        return best(scope, limit, paper -> {
            Map<String, Integer> its = TextAnalysis.stems(String.join(" ", PaperText.forWords(paper.paper())));
            int shared =
                    stems.stream().mapToInt(stem -> its.getOrDefault(stem, 0)).sum();
            return shared == 0 ? Double.NaN : shared / (1 + Math.sqrt(its.size()));
        });
    }

    @Override
    public List<Candidate> meaning(int model, float[] vector, Scope scope, int limit) {
        return best(
                scope,
                limit,
                paper -> isEmbedded(paper) ? Vectors.similarity(vector, vector(model, paper.number())) : Double.NaN);
    }

    private List<Candidate> best(Scope scope, int limit, ToDoubleFunction<Written> score) {
        return in(scope)
                .map(paper -> new Candidate(paper.number(), score.applyAsDouble(paper), isEmbedded(paper)))
                .filter(candidate -> !Double.isNaN(candidate.score()))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Candidate> papers(Collection<Long> numbers) {
        return numbers.stream()
                .filter(papers::containsKey)
                .map(number -> new Candidate(number, 0, isEmbedded(paper(number))))
                .toList();
    }

    @Override
    public Map<Long, float[]> vectors(int model, List<Candidate> candidates) {
        Map<Long, float[]> vectors = new HashMap<>();
        candidates.stream()
                .filter(Candidate::embedded)
                .forEach(candidate -> vectors.put(candidate.number(), vector(model, candidate.number())));
        return vectors;
    }

    @Override
    public double[] similarities(int model, float[] vector, List<Candidate> candidates) {
        return candidates.stream()
                .mapToDouble(candidate -> candidate.embedded()
                        ? Vectors.similarity(vector, vector(model, candidate.number()))
                        : Double.NaN)
                .toArray();
    }

    @Override
    public List<Long> titled(Set<String> titles, Scope scope, int limit) {
        Set<String> keys = new HashSet<>();
        titles.forEach(title -> keys.add(TitleKey.joined(title)));
        keys.remove("");
        return newest(scope, limit, paper -> keys.contains(TitleKey.joined(title(paper))));
    }

    @Override
    public List<Long> by(String author, Scope scope, int limit) {
        Set<String> keys = NameKey.of(author);
        return newest(
                scope,
                limit,
                paper -> names(paper).flatMap(name -> NameKey.of(name).stream()).anyMatch(keys::contains));
    }

    @Override
    public List<SortKey> listed(Scope scope, SortOrder order, @Nullable SortKey after, int limit) {
        return in(scope)
                .map(paper -> key(paper, order))
                .sorted(GREATEST_FIRST)
                .filter(key -> after == null || GREATEST_FIRST.compare(key, after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Long> ordered(Collection<Long> numbers, SortOrder order) {
        return numbers.stream()
                .filter(papers::containsKey)
                .map(number -> key(paper(number), order))
                .sorted(GREATEST_FIRST)
                .map(SortKey::number)
                .toList();
    }

    private List<Long> newest(Scope scope, int limit, Predicate<Written> wanted) {
        return in(scope)
                .filter(wanted)
                .map(paper -> key(paper, SortOrder.DATE))
                .sorted(GREATEST_FIRST)
                .map(SortKey::number)
                .limit(limit)
                .toList();
    }

    private static SortKey key(Written paper, SortOrder order) {
        PartialDate day = paper.paper().metadata().day();
        int measure = switch (order) {
            case DATE -> 0;
            case VOTES -> paper.popularity().votes();
            case COMMENTS -> paper.popularity().comments();
        };
        return new SortKey(
                measure, day == null ? Integer.MIN_VALUE : (int) day.firstDay().toEpochDay(), paper.number());
    }

    @Override
    public Facets facets(Scope scope) {
        return facets(in(scope).toList());
    }

    @Override
    public Facets facets(Collection<Long> numbers) {
        return facets(
                numbers.stream().filter(papers::containsKey).map(this::paper).toList());
    }

    private static Facets facets(List<Written> papers) {
        Map<String, Integer> categories = new HashMap<>();
        Map<Integer, Integer> years = new HashMap<>();
        Map<String, Integer> sources = new HashMap<>();
        for (Written paper : papers) {
            Map<String, String> distinct = new HashMap<>();
            paper.paper()
                    .metadata()
                    .categories()
                    .forEach(category -> distinct.put(category.toLowerCase(Locale.ROOT), category));
            distinct.values().forEach(category -> categories.merge(category, 1, Integer::sum));
            paper.sources().forEach(source -> sources.merge(source, 1, Integer::sum));
            PartialDate day = paper.paper().metadata().day();
            if (day != null) {
                years.merge(day.firstDay().getYear(), 1, Integer::sum);
            }
        }
        int withCode = (int) papers.stream().filter(MemoryConditions::hasCode).count();
        return new Facets(papers.size(), categories, years, sources, withCode);
    }

    @Override
    public Vocabulary vocabulary() {
        return new MemoryVocabulary(papers.values().stream().map(Written::paper).toList());
    }

    @Override
    public Beginnings beginnings(String typed, Wanted wanted) {
        String begun = typed.toLowerCase(Locale.ROOT);
        List<Counted> authors = begun(papers.values().stream().flatMap(MemoryView::names), begun, wanted.authors());
        List<Counted> categories = begun(
                papers.values().stream().flatMap(paper -> paper.paper().metadata().categories().stream()),
                begun,
                wanted.categories());
        List<Long> titles = newest(
                Scope.ALL,
                wanted.titlesBeside(authors.size() + categories.size()),
                paper -> title(paper).toLowerCase(Locale.ROOT).startsWith(begun));
        return new Beginnings(titles, authors, categories);
    }

    private static List<Counted> begun(Stream<String> all, String begun, int limit) {
        Map<String, Integer> counts = new TreeMap<>();
        all.filter(text -> text.toLowerCase(Locale.ROOT).startsWith(begun))
                .forEach(text -> counts.merge(text, 1, Integer::sum));
        List<Counted> counted = new ArrayList<>();
        counts.forEach((text, papers) -> counted.add(new Counted(text, papers)));
        return counted.stream()
                .sorted(Comparator.comparingInt(Counted::papers).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public void close() {}

    private Stream<Written> in(Scope scope) {
        return papers.values().stream()
                .filter(paper -> paper.number() <= scope.highest()
                        && (scope.condition() == null || MemoryConditions.isMet(scope.condition(), paper)));
    }

    private Written paper(long number) {
        return Objects.requireNonNull(papers.get(number), "paper " + number);
    }

    private static boolean isEmbedded(Written paper) {
        return paper.vectors() != null;
    }

    private static String title(Written paper) {
        return paper.paper().metadata().title();
    }

    static Stream<String> names(Written paper) {
        return names(paper.paper());
    }

    static Stream<String> names(Paper paper) {
        return paper.metadata().authors().stream().map(author -> author.name());
    }
}
