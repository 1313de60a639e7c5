package dev.broadsheet.evaluation;

import dev.broadsheet.database.Database;
import dev.broadsheet.evaluation.EvaluationResult.Answered;
import dev.broadsheet.evaluation.JudgedCollection.Text;
import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.search.SearchAnswer;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Ranking;
import dev.broadsheet.search.SearchRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures the ranking on a judged collection: its documents become papers of a throw-away data
 * folder and are searched like any others, by queries that are read as plain words.
 *
 * <p>Where a query is itself a document of the collection (its id, or the part before {@code _}, is
 * the document's), that document is left out of its answer and not judged. A number alone says
 * nothing, because in many collections queries and documents are both numbered from 1: there the texts
 * must be alike too.
 */
public final class Evaluation {
    private static final int BATCH = 500;
    private static final int NDCG_DEPTH = 10;
    private static final int RECALL_DEPTH = 100;

    /** Searches before the clock counts. */
    private static final int WARMING_UP = 20;

    /** No time has to pass in a folder that nobody else uses. */
    private static final InstantSource STILL = InstantSource.fixed(Instant.EPOCH);

    /** Surname, given names. */
    private static final Pattern INVERTED = Pattern.compile("^([^,]+),\\s*([^,]+)$");

    /** A document without a title gets the beginning of its text, which is then not said twice. */
    private static final Pattern BEGINNING = Pattern.compile("^(?:\\S+\\s+){0,9}\\S+");

    private Evaluation() {}

    /**
     * Runs all judged queries of a collection.
     *
     * @param folder in BEIR's layout: corpus.jsonl, queries.jsonl, qrels/&lt;split&gt;.tsv, gzipped or not
     * @param progress is told in the caller's thread; what it throws ends the evaluation: what is
     *     embedded stays in the cache, and the throw-away folder is deleted
     * @return one result for each ranking, in the order asked for, then one for each variant
     * @throws OperatorException if the folder holds no such collection or the disk does not do
     */
    public static List<EvaluationResult> run(Path folder, Options options, Consumer<Progress> progress) {
        return run(folder, options, SearchRoom::open, progress);
    }

    static List<EvaluationResult> run(
            Path folder, Options options, SearchOpening opening, Consumer<Progress> progress) {
        JudgedCollection collection = JudgedCollection.read(folder, options.split);
        @Nullable Path temporary = null;
        try {
            temporary = Files.createTempDirectory("broadsheet-evaluation");
            return run(collection, options, DataFolder.open(temporary), opening, progress);
        } catch (IOException e) {
            throw new OperatorException("The evaluation cannot write: " + e.getMessage(), e);
        } finally {
            delete(temporary);
        }
    }

    private static List<EvaluationResult> run(
            JudgedCollection collection,
            Options options,
            DataFolder folder,
            SearchOpening opening,
            Consumer<Progress> progress) {
        try (Database database = Database.sqlite(folder.catalogue())) {
            Catalogue catalogue = new Catalogue(database);
            Map<Long, String> ids = load(collection.documents(), catalogue, progress);
            try (SearchRoom room = opening.open(folder, catalogue, STILL, SearchRoom.Options.cached(options.cache))) {
                if (!options.variants.isEmpty()
                        || options.rankings.stream().anyMatch(ranking -> ranking != Ranking.WORDS)) {
                    room.embedAll(now -> progress.accept(new Progress("embedding", now.embedded(), ids.size())));
                }
                // Embedding announced every paper once more, and BM25 counts replaced documents until they
                // are merged away: a fresh index measures the same every time.
                room.rebuild(applied ->
                        progress.accept(new Progress("indexing", Math.min(applied, ids.size()), ids.size())));
                room.catchUp();
                List<EvaluationResult> results = new ArrayList<>();
                options.rankings.forEach(ranking ->
                        results.add(measure(collection, name(ranking), ranking, room::literally, ids, progress)));
                options.variants.forEach((name, variant) ->
                        results.add(measure(collection, name, Ranking.FULL, variant.in(room), ids, progress)));
                return List.copyOf(results);
            }
        }
    }

    private static Map<Long, String> load(List<Text> documents, Catalogue catalogue, Consumer<Progress> progress) {
        Map<Long, String> ids = new HashMap<>();
        for (int start = 0; start < documents.size(); start += BATCH) {
            List<Text> batch = documents.subList(start, Math.min(documents.size(), start + BATCH));
            catalogue.write(writer -> {
                batch.forEach(document -> ids.put(writer.add(metadata(document), Instant.EPOCH), document.id()));
                return ids.size();
            });
            progress.accept(new Progress("reading", start + batch.size(), documents.size()));
        }
        return ids;
    }

    private static Metadata metadata(Text document) {
        Matcher beginning = BEGINNING.matcher(document.text());
        String title = document.title().isEmpty() && beginning.find() ? beginning.group() : document.title();
        return Metadata.titled(title)
                .abstractText(document.text())
                .authors(document.authors().stream()
                        .map(Evaluation::inReadingOrder)
                        .map(Author::named)
                        .toList())
                .build();
    }

    private static String inReadingOrder(String name) {
        return INVERTED.matcher(name).replaceFirst("$2 $1");
    }

    private static String name(Ranking ranking) {
        return ranking.name().toLowerCase(Locale.ROOT);
    }

    private static EvaluationResult measure(
            JudgedCollection collection,
            String name,
            Ranking ranking,
            Function<SearchRequest, SearchAnswer> search,
            Map<Long, String> ids,
            Consumer<Progress> progress) {
        // The first searches after a start are slow, whatever is searched for.
        collection.queries().values().stream()
                .limit(WARMING_UP)
                .map(query -> request(query, ranking))
                .forEach(request -> {
                    var unused = search.apply(request);
                });
        List<Answered> answers = new ArrayList<>();
        collection.queries().forEach((query, text) -> {
            progress.accept(new Progress(
                    "searching", answers.size(), collection.queries().size()));
            answers.add(ask(collection, query, request(text, ranking), search, ids));
        });
        return new EvaluationResult(name, ids.size(), List.of(answers), collection.notes());
    }

    private static SearchRequest request(String query, Ranking ranking) {
        // One more, because one may be the query itself.
        return new SearchRequest(query, RECALL_DEPTH + 1, Filters.NONE, ranking);
    }

    private static Answered ask(
            JudgedCollection collection,
            String query,
            SearchRequest request,
            Function<SearchRequest, SearchAnswer> search,
            Map<Long, String> ids) {
        long start = System.nanoTime();
        SearchAnswer answer = search.apply(request);
        double millis = (System.nanoTime() - start) / 1e6;
        String itself = collection.examples().getOrDefault(query, "");
        List<String> found = answer.hits().stream()
                .map(hit -> ids.getOrDefault(hit.paper().number(), ""))
                .filter(id -> !id.equals(itself))
                .toList();
        Map<String, Double> grades = collection.judgements().getOrDefault(query, Map.of());
        return new Answered(
                query,
                Measures.ndcg(found, grades, NDCG_DEPTH),
                Measures.recall(found, grades, RECALL_DEPTH),
                Measures.reciprocalRank(found, grades, NDCG_DEPTH),
                millis);
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new OperatorException("The temporary folder " + folder + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    /**
     * What to measure.
     *
     * @param split which judgements: {@code test} for {@code qrels/test.tsv}
     * @param rankings which of the product's rankings
     * @param cache where vectors are kept between runs, or null to embed each time
     * @param variants other rankings, by name, that are measured beside the product's
     */
    public record Options(
            String split, List<Ranking> rankings, @Nullable Path cache, Map<String, Variant> variants) {
        public Options {
            rankings = List.copyOf(rankings);
            variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
        }

        /** The product's own rankings. */
        public Options(String split, List<Ranking> rankings, @Nullable Path cache) {
            this(split, rankings, cache, Map.of());
        }
    }

    /** Another ranking than the product's own. */
    @FunctionalInterface
    public interface Variant {
        /** How it answers a query that is read as plain words, out of this room's index. */
        Function<SearchRequest, SearchAnswer> in(SearchRoom room);
    }

    /** How the throw-away folder's papers are made searchable. */
    @FunctionalInterface
    interface SearchOpening {
        SearchRoom open(DataFolder folder, Catalogue catalogue, InstantSource clock, SearchRoom.Options options);
    }

    /**
     * How far it is.
     *
     * @param step {@code reading}, {@code embedding}, {@code indexing} or {@code searching}
     * @param done documents, or queries where they are searched for
     * @param total how many of them there are
     */
    public record Progress(String step, long done, long total) {}
}
