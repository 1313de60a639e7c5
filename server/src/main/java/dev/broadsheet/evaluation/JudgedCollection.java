package dev.broadsheet.evaluation;

import dev.broadsheet.installation.Json;
import dev.broadsheet.installation.OperatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A collection in BEIR's layout: {@code corpus.jsonl}, {@code queries.jsonl} and {@code qrels/SPLIT.tsv},
 * each gzipped or not.
 *
 * @param documents those that say something
 * @param queries text by id; those only that have a relevant document
 * @param judgements grade by document id, by query id; a grade above 0 is relevant
 * @param examples the queries that are documents themselves, with the document's id; it is not judged
 * @param notes what was left out, in sentences
 */
public record JudgedCollection(
        List<Text> documents,
        Map<String, String> queries,
        Map<String, Map<String, Double>> judgements,
        Map<String, String> examples,
        List<String> notes) {
    private static final String SUFFIX = ".tsv";

    /** @throws OperatorException if the folder holds no such collection, naming file and line */
    public static JudgedCollection read(Path folder, String split) {
        if (!Files.isDirectory(folder)) {
            throw new OperatorException("There is no folder " + folder + ".");
        }
        CollectionFile corpus = new CollectionFile(folder, "corpus.jsonl");
        CollectionFile asked = new CollectionFile(folder, "queries.jsonl");
        CollectionFile judged = judged(folder.resolve("qrels"), split);

        List<Text> documents = texts(corpus);
        List<String> notes = new ArrayList<>();
        long empty = documents.stream().filter(Text::isEmpty).count();
        note(empty, "document without a word, left out", "documents without a word, left out", notes);
        if (empty == documents.size()) {
            throw new OperatorException(corpus.path() + " holds no document.");
        }
        Judgements reader = new Judgements();
        judged.forEachLine(reader::read);
        Map<String, Map<String, Double>> judgements = reader.grades();
        keepRelevant(judgements);
        if (judgements.isEmpty()) {
            throw new OperatorException(judged.path() + " holds no judgement above 0.");
        }

        List<Text> queries = texts(asked).stream()
                .filter(query -> judgements.containsKey(query.id))
                .toList();
        int judgedQueries = judgements.size();
        judgements.keySet().retainAll(queries.stream().map(Text::id).collect(Collectors.toSet()));
        note(
                judgedQueries - judgements.size(),
                "judged query is",
                "judged queries are",
                " not in " + asked.path().getFileName() + ", left out",
                notes);

        Map<String, String> examples = QueryByExample.find(documents, queries);
        judgements.forEach((query, grades) -> grades.remove(examples.get(query)));
        keepRelevant(judgements);
        note(
                examples.size(),
                "query is a paper of the collection, left out of its own answer",
                "queries are papers of the collection, left out of their own answers",
                notes);
        if (judgements.isEmpty()) {
            throw new OperatorException(
                    "None of the queries judged in " + judged.path() + " is in " + asked.path() + ".");
        }
        noteUnknown(documents, judgements, corpus.path(), judged.path(), notes);
        Map<String, String> kept = new LinkedHashMap<>();
        queries.stream()
                .filter(query -> judgements.containsKey(query.id))
                .forEach(query -> kept.put(query.id, query.text));
        return new JudgedCollection(
                documents.stream().filter(document -> !document.isEmpty()).toList(),
                kept,
                judgements,
                examples,
                List.copyOf(notes));
    }

    private static CollectionFile judged(Path folder, String split) {
        List<String> splits = splits(folder);
        if (!splits.isEmpty() && !splits.contains(split)) {
            throw new OperatorException("There is no split \"" + split + "\" in " + folder + "; there "
                    + (splits.size() == 1 ? "is " : "are ") + String.join(", ", splits) + ".");
        }
        return new CollectionFile(folder, split + SUFFIX);
    }

    private static List<String> splits(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.gz$", ""))
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new OperatorException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Text> texts(CollectionFile file) {
        Map<String, Text> texts = new LinkedHashMap<>();
        file.forEachLine(line -> {
            Text text = text(Json.PLAIN.readTree(line));
            Text before = texts.putIfAbsent(text.id, text);
            if (before != null && !before.equals(text)) {
                throw new IllegalArgumentException("the id \"" + text.id + "\" stands for another text before");
            }
        });
        return List.copyOf(texts.values());
    }

    private static Text text(JsonNode json) {
        String id = json.path("_id").asString("").strip();
        if (id.isEmpty()) {
            throw new IllegalArgumentException("no \"_id\"");
        }
        return new Text(
                id,
                json.path("title").asString("").strip(),
                json.path("text").asString("").strip(),
                json.path("metadata")
                        .path("authors")
                        .valueStream()
                        .map(author -> author.asString("").strip())
                        .filter(author -> !author.isEmpty())
                        .toList());
    }

    /** Queries without a relevant document cannot be measured. */
    private static void keepRelevant(Map<String, Map<String, Double>> judgements) {
        judgements.values().removeIf(grades -> grades.values().stream().noneMatch(grade -> grade > 0));
    }

    private static void noteUnknown(
            List<Text> documents,
            Map<String, Map<String, Double>> judgements,
            Path corpus,
            Path judged,
            List<String> notes) {
        Set<String> known = documents.stream().map(Text::id).collect(Collectors.toSet());
        Set<String> relevant = judgements.values().stream()
                .flatMap(grades -> grades.entrySet().stream())
                .filter(grade -> grade.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        long unknown = relevant.stream().filter(id -> !known.contains(id)).count();
        if (unknown == relevant.size()) {
            throw new OperatorException(
                    "None of the documents judged relevant in " + judged + " is in " + corpus + ".");
        }
        note(
                unknown,
                "relevant document is",
                "relevant documents are",
                " not in " + corpus.getFileName() + " and count as not found",
                notes);
    }

    private static void note(long count, String one, String several, List<String> notes) {
        note(count, one, several, "", notes);
    }

    private static void note(long count, String one, String several, String rest, List<String> notes) {
        if (count > 0) {
            notes.add(count + " " + (count == 1 ? one : several) + rest + ".");
        }
    }

    /**
     * A document or a query.
     *
     * @param authors as BEIR's {@code metadata.authors} names them, where it does
     */
    public record Text(String id, String title, String text, List<String> authors) {
        boolean isEmpty() {
            return title.isEmpty() && text.isEmpty();
        }
    }
}
