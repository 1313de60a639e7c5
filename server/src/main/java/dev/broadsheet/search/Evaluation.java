package dev.broadsheet.search;

import dev.broadsheet.database.DataFolder;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.OperatorException;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.TitleKey;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Ranking;
import dev.broadsheet.search.evaluation.JudgedCollection;
import dev.broadsheet.search.evaluation.JudgedCollection.Text;
import dev.broadsheet.search.evaluation.Measures;
import dev.broadsheet.search.evaluation.VectorCache;
import dev.broadsheet.search.vector.ModelEmbedder;
import dev.broadsheet.search.vector.TextEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures the ranking on a judged collection: its documents become papers of a throw-away data
 * folder and are searched like any others.
 *
 * <p>Where a query is itself a document of the collection (its id, or the part before {@code _}, is
 * the document's, and one's text holds the other's title or text), that document is left out of its
 * answer. The id alone says nothing: in many collections queries and documents are both numbered
 * from 1.
 */
public final class Evaluation {
    private static final int BATCH = 500;
    private static final int NDCG_DEPTH = 10;
    private static final int RECALL_DEPTH = 100;

    /** A document without a title gets the beginning of its text, which is then not said twice. */
    private static final Pattern BEGINNING = Pattern.compile("^(?:\\S+\\s+){0,9}\\S+");

    private Evaluation() {}

    /**
     * Runs all judged queries of a collection.
     *
     * @param folder in BEIR's layout: corpus.jsonl, queries.jsonl (or .gz), qrels/&lt;split&gt;.tsv
     * @return one result for each ranking, in the order asked for
     * @throws OperatorException if the folder holds no such collection or the disk does not do
     */
    public static List<Result> run(Path folder, Options options, Consumer<Progress> progress) {
        List<ModelEmbedder> models = ModelEmbedder.all();
        try {
            return run(folder, options, models, progress);
        } finally {
            models.forEach(ModelEmbedder::close);
        }
    }

    static List<Result> run(
            Path folder, Options options, List<? extends TextEmbedder> models, Consumer<Progress> progress) {
        JudgedCollection collection = JudgedCollection.read(folder, options.split);
        List<VectorCache> caches = new ArrayList<>();
        @Nullable Path temporary = null;
        try {
            List<TextEmbedder> embedders = new ArrayList<>(models);
            if (options.cache != null) {
                for (int i = 0; i < models.size(); i++) {
                    VectorCache cache = VectorCache.open(models.get(i), options.cache);
                    caches.add(cache);
                    embedders.set(i, cache);
                }
            }
            temporary = Files.createTempDirectory("broadsheet-evaluation");
            return run(collection, options, DataFolder.open(temporary), embedders, progress);
        } catch (IOException e) {
            throw new OperatorException("The evaluation cannot write: " + e.getMessage(), e);
        } finally {
            close(caches);
            delete(temporary);
        }
    }

    private static List<Result> run(
            JudgedCollection collection,
            Options options,
            DataFolder folder,
            List<TextEmbedder> models,
            Consumer<Progress> progress) {
        try (Database database = Database.sqlite(folder.catalogue())) {
            Catalogue catalogue = new Catalogue(database);
            Map<Long, String> ids = load(collection.documents(), catalogue, progress);
            try (SearchRoom room = SearchRoom.open(folder, catalogue, SearchRoom.Options.INDEXING, models)) {
                if (options.rankings.stream().anyMatch(ranking -> ranking != Ranking.WORDS)) {
                    room.embedAll(now -> progress.accept(new Progress("embedding", now.embedded(), ids.size())));
                }
                // Embedding announced every paper once more, and BM25 counts replaced documents until they
                // are merged away: a fresh index measures the same every time.
                room.rebuild(applied ->
                        progress.accept(new Progress("indexing", Math.min(applied, ids.size()), ids.size())));
                room.catchUp();
                return options.rankings.stream()
                        .map(ranking -> measure(collection, ranking, room, ids, progress))
                        .toList();
            }
        }
    }

    private static Map<Long, String> load(List<Text> documents, Catalogue catalogue, Consumer<Progress> progress) {
        Map<Long, String> ids = new HashMap<>();
        for (int start = 0; start < documents.size(); start += BATCH) {
            List<Text> batch = documents.subList(start, Math.min(documents.size(), start + BATCH));
            catalogue.write(writer -> {
                for (Text document : batch) {
                    // What says nothing cannot be found.
                    if (!document.title().isEmpty() || !document.text().isEmpty()) {
                        ids.put(writer.add(metadata(document), Instant.EPOCH), document.id());
                    }
                }
                return ids.size();
            });
            progress.accept(new Progress("reading", start + batch.size(), documents.size()));
        }
        return ids;
    }

    private static Metadata metadata(Text document) {
        Matcher beginning = BEGINNING.matcher(document.text());
        String title = document.title().isEmpty() && beginning.find() ? beginning.group() : document.title();
        return Metadata.titled(title).abstractText(document.text()).build();
    }

    private static Result measure(
            JudgedCollection collection,
            Ranking ranking,
            PaperSearch search,
            Map<Long, String> ids,
            Consumer<Progress> progress) {
        int count = collection.queries().size();
        double[] millis = new double[count];
        double ndcg = 0;
        double recall = 0;
        double reciprocal = 0;
        int done = 0;
        for (Map.Entry<String, String> query : collection.queries().entrySet()) {
            // One more, because one may be the query itself.
            SearchRequest request = new SearchRequest(query.getValue(), RECALL_DEPTH + 1, Filters.NONE, ranking);
            long start = System.nanoTime();
            SearchAnswer answer = search.search(request);
            millis[done++] = (System.nanoTime() - start) / 1e6;
            List<String> found = answer.hits().stream()
                    .filter(hit -> !isItself(query, ids.getOrDefault(hit.paper().number(), ""), hit.paper()))
                    .map(hit -> ids.getOrDefault(hit.paper().number(), ""))
                    .toList();
            Map<String, Integer> grades = collection.judgements().getOrDefault(query.getKey(), Map.of());
            ndcg += Measures.ndcg(found, grades, NDCG_DEPTH);
            recall += Measures.recall(found, grades, RECALL_DEPTH);
            reciprocal += Measures.reciprocalRank(found, grades, NDCG_DEPTH);
            progress.accept(new Progress("searching", done, count));
        }
        Arrays.sort(millis);
        int some = Math.max(1, count);
        return new Result(
                ranking,
                ids.size(),
                count,
                ndcg / some,
                recall / some,
                reciprocal / some,
                count == 0 ? 0 : millis[count / 2]);
    }

    private static boolean isItself(Map.Entry<String, String> query, String id, Paper paper) {
        int underscore = query.getKey().indexOf('_');
        String prefix = underscore < 0 ? query.getKey() : query.getKey().substring(0, underscore);
        if (!id.equals(query.getKey()) && !id.equals(prefix)) {
            return false;
        }
        String asked = TitleKey.of(query.getValue());
        String title = TitleKey.of(paper.metadata().title());
        String text = TitleKey.of(paper.metadata().abstractText());
        return (!title.isEmpty() && asked.contains(title)) || title.contains(asked) || text.contains(asked);
    }

    private static void close(List<VectorCache> caches) {
        for (VectorCache cache : caches) {
            try {
                cache.close();
            } catch (IOException e) {
                throw new OperatorException("The cache of vectors cannot be written: " + e.getMessage(), e);
            }
        }
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
     * @param rankings which rankings, at least one
     * @param cache where vectors are kept between runs, or null to embed each time
     */
    public record Options(
            String split, List<Ranking> rankings, @Nullable Path cache) {
        public Options {
            rankings = List.copyOf(rankings);
        }
    }

    /**
     * How far it is.
     *
     * @param step {@code reading}, {@code embedding}, {@code indexing} or {@code searching}
     * @param done documents, or queries where they are searched for
     * @param total how many of them there are
     */
    public record Progress(String step, long done, long total) {}

    /**
     * What was measured, as means over the queries that have a relevant document.
     *
     * @param papers documents that were searched
     * @param queries how many were asked
     * @param ndcgAt10 linear gain, as trec_eval's {@code ndcg_cut_10}
     * @param recallAt100 as trec_eval's {@code recall_100}
     * @param reciprocalRankAt10 0 for a query without a relevant document among the first ten
     * @param medianMillis the time of a search, from the query's text to papers with highlights
     */
    public record Result(
            Ranking ranking,
            int papers,
            int queries,
            double ndcgAt10,
            double recallAt100,
            double reciprocalRankAt10,
            double medianMillis) {}
}
