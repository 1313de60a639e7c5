package dev.broadsheet.search.ranking;

import dev.broadsheet.search.BagOfWords;
import dev.broadsheet.search.Papers;
import dev.broadsheet.search.SearchAnswer.Counts;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.search.lucene.TextAnalysis;
import dev.broadsheet.search.query.Scope;
import dev.broadsheet.search.typing.Beginnings;
import dev.broadsheet.search.typing.Vocabulary;
import dev.broadsheet.search.vector.Vectors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An engine of lists: paper n is the n-th text, all are embedded. Counts shared words instead of BM25. */
final class MemoryView implements EngineView {
    private static final List<BagOfWords> MODELS = List.of(new BagOfWords("one", 24), new BagOfWords("two", 16));

    private final List<String> texts;

    private MemoryView(List<String> texts) {
        this.texts = texts;
    }

    static MemoryView random(Random random, int papers) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < papers; i++) {
            texts.add(Papers.words(random, 3 + random.nextInt(9)));
        }
        return new MemoryView(texts);
    }

    float[] vector(int model, long number) {
        return MODELS.get(model).passage(texts.get((int) number - 1));
    }

    @Override
    public long indexed() {
        return texts.size();
    }

    @Override
    public long embedded() {
        return texts.size();
    }

    @Override
    public List<Candidate> words(String query, Scope scope, int limit) {
        Map<String, Integer> stems = TextAnalysis.stems(query);
        return best(limit, number -> {
            Map<String, Integer> its = TextAnalysis.stems(texts.get((int) number - 1));
            double shared = stems.keySet().stream()
                    .mapToInt(stem -> its.getOrDefault(stem, 0))
                    .sum();
            return shared / (1 + Math.sqrt(its.size()));
        });
    }

    @Override
    public List<Candidate> meaning(int model, float[] vector, Scope scope, int limit) {
        return best(limit, number -> Vectors.similarity(vector, vector(model, number)));
    }

    @Override
    public Map<Long, float[]> vectors(int model, Collection<Long> numbers) {
        Map<Long, float[]> vectors = new HashMap<>();
        numbers.forEach(number -> vectors.put(number, vector(model, number)));
        return vectors;
    }

    @Override
    public Map<Long, float[]> vectorsOf(int model, List<Candidate> candidates) {
        return vectors(model, candidates.stream().map(Candidate::number).toList());
    }

    @Override
    public double[] similarities(int model, float[] vector, List<Candidate> candidates) {
        return candidates.stream()
                .mapToDouble(candidate -> Vectors.similarity(vector, vector(model, candidate.document())))
                .toArray();
    }

    @Override
    public List<Long> titled(Set<String> titles, Scope scope, int limit) {
        return List.of();
    }

    @Override
    public List<Long> by(String author, Scope scope, int limit) {
        return List.of();
    }

    @Override
    public List<SortKey> listed(Scope scope, Order order, @Nullable SortKey after, int limit) {
        return List.of();
    }

    @Override
    public Vocabulary vocabulary() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Beginnings beginnings() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Long> ordered(Collection<Long> numbers, Order order) {
        return List.copyOf(numbers);
    }

    @Override
    public Counts counts(Scope scope) {
        return Counts.NONE;
    }

    @Override
    public Counts counts(Collection<Long> numbers) {
        return Counts.NONE;
    }

    @Override
    public long highest() {
        return texts.size();
    }

    @Override
    public void close() {}

    private List<Candidate> best(int limit, Score score) {
        List<Candidate> all = new ArrayList<>();
        for (long number = 1; number <= texts.size(); number++) {
            all.add(new Candidate(number, (int) number, score.of(number), true));
        }
        all.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
    }

    private interface Score {
        double of(long number);
    }
}
