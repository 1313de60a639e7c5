package dev.broadsheet.search.evaluation;

import dev.broadsheet.database.OperatorException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A collection in BEIR's layout: {@code corpus.jsonl}, {@code queries.jsonl} (either may end in
 * {@code .gz}) and {@code qrels/<split>.tsv}.
 *
 * @param queries text by id; those only that have a relevant document
 * @param judgements grade by document id, by query id
 */
public record JudgedCollection(
        List<Text> documents, Map<String, String> queries, Map<String, Map<String, Integer>> judgements) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** @throws OperatorException if the folder holds no such collection, naming file and line */
    public static JudgedCollection read(Path folder, String split) {
        List<Text> documents = new ArrayList<>();
        lines(file(folder, "corpus.jsonl"), line -> documents.add(text(line)));
        Map<String, Map<String, Integer>> judgements = new LinkedHashMap<>();
        lines(file(folder.resolve("qrels"), split + ".tsv"), line -> judge(line, judgements));
        judgements.values().removeIf(grades -> grades.values().stream().noneMatch(grade -> grade > 0));
        Map<String, String> queries = new LinkedHashMap<>();
        lines(file(folder, "queries.jsonl"), line -> {
            Text query = text(line);
            if (judgements.containsKey(query.id)) {
                queries.put(query.id, query.text);
            }
        });
        return new JudgedCollection(documents, queries, judgements);
    }

    private static void judge(String line, Map<String, Map<String, Integer>> judgements) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 3) {
            throw new IllegalArgumentException("expected three fields parted by tabs");
        }
        if (!fields[2].equals("score")) {
            judgements
                    .computeIfAbsent(fields[0], query -> new LinkedHashMap<>())
                    .put(fields[1], (int) Double.parseDouble(fields[2]));
        }
    }

    private static Text text(String line) {
        JsonNode json = MAPPER.readTree(line);
        String id = json.path("_id").asString("");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("no _id");
        }
        return new Text(
                id,
                json.path("title").asString("").strip(),
                json.path("text").asString("").strip());
    }

    private static Path file(Path folder, String name) {
        Path plain = folder.resolve(name);
        Path packed = folder.resolve(name + ".gz");
        if (Files.exists(plain)) {
            return plain;
        }
        if (Files.exists(packed)) {
            return packed;
        }
        throw new OperatorException("There is no " + plain + " (nor with .gz): a judged collection has corpus.jsonl, "
                + "queries.jsonl and qrels/<split>.tsv.");
    }

    private static void lines(Path file, Consumer<String> consumer) {
        int number = 0;
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(unpacked(file), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    consumer.accept(line);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new OperatorException(file + " cannot be read: " + e.getMessage(), e);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new OperatorException(file + ", line " + number + ": " + e.getMessage(), e);
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        InputStream stream = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
    }

    /** A document or a query. */
    public record Text(String id, String title, String text) {}
}
