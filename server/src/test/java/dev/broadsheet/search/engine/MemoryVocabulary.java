package dev.broadsheet.search.engine;

import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.analysis.NameKey;
import dev.broadsheet.search.analysis.TextAnalysis;
import dev.broadsheet.search.vector.PaperText;
import dev.broadsheet.text.TitleKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a list of papers. */
record MemoryVocabulary(List<Paper> all) implements Vocabulary {
    @Override
    public long papers() {
        return all.size();
    }

    @Override
    public Map<String, Frequency> frequencies(Collection<String> words) {
        Map<String, Frequency> frequencies = new HashMap<>();
        for (String word : words) {
            frequencies.put(
                    word,
                    new Frequency(
                            TextAnalysis.stems(word).isEmpty() ? Integer.MAX_VALUE : holding(List.of(word)),
                            counts(Field.TITLE).getOrDefault(word, 0),
                            counts(Field.NAME).getOrDefault(word, 0)));
        }
        return frequencies;
    }

    @Override
    public List<Integer> together(List<List<String>> words) {
        return words.stream().map(this::holding).toList();
    }

    private int holding(List<String> words) {
        Set<String> stems = TextAnalysis.stems(String.join(" ", words)).keySet();
        return (int) all.stream()
                .filter(paper -> TextAnalysis.stems(String.join(" ", PaperText.forWords(paper)))
                        .keySet()
                        .containsAll(stems))
                .count();
    }

    @Override
    public Map<String, List<Alike>> alike(Field field, Collection<String> words) {
        Map<String, Integer> counts = counts(field);
        Map<String, List<Alike>> alike = new HashMap<>();
        for (String word : words) {
            alike.put(
                    word,
                    counts.entrySet().stream()
                            .map(other -> new Alike(
                                    other.getKey(), EditDistance.between(word, other.getKey()), other.getValue()))
                            .filter(other -> other.edits() == 1 || other.edits() == 2)
                            .sorted(Comparator.comparingInt(Alike::edits))
                            .toList());
        }
        return alike;
    }

    private Map<String, Integer> counts(Field field) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Paper paper : all) {
            Stream<String> words = field == Field.TITLE
                    ? Arrays.stream(TitleKey.of(paper.metadata().title()).split(" "))
                    : MemoryView.names(paper)
                            .flatMap(name -> Arrays.stream(NameKey.parts(name)))
                            .filter(part -> part.length() > 1);
            words.collect(Collectors.toSet()).forEach(word -> counts.merge(word, 1, Integer::sum));
        }
        return counts;
    }
}
