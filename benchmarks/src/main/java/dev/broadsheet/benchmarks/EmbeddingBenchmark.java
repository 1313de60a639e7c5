package dev.broadsheet.benchmarks;

import dev.broadsheet.search.embedding.Embedder;
import dev.broadsheet.search.embedding.EmbeddingModel;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Papers embedded per second, by the server's own class and by langchain4j's in-process classes, on the
 * same weights and the same texts; and how far their vectors agree.
 *
 * <p>Its class for MiniLM reads 128 tokens where ours reads 256, so that only short texts compare the
 * same work there.
 *
 * <p>Arguments: a file as of {@link PaperText#read}, the number of papers (300), the number of rounds (3).
 */
final class EmbeddingBenchmark {
    private static final int THREADS = 2;

    private EmbeddingBenchmark() {}

    /** Turns texts into vectors, in the way that suits the one who is measured. */
    private interface Subject {
        List<float[]> embed(List<String> texts) throws InterruptedException, ExecutionException;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        if (arguments.length == 0) {
            System.err.println("usage: EmbeddingBenchmark FILE.jsonl.gz [PAPERS [ROUNDS]]");
            System.exit(2);
        }
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        List<PaperText> papers = PaperText.read(Path.of(arguments[0]), count);

        System.err.println("resident before any model: " + residentMemory());
        try (Embedder bge = Embedder.load(EmbeddingModel.BGE_SMALL);
                Embedder miniLm = Embedder.load(EmbeddingModel.MINI_LM);
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            System.err.println("with both models loaded: " + residentMemory());
            Subject ourBge = texts -> embed(bge, texts, threads);
            Subject ourMiniLm = texts -> embed(miniLm, texts, threads);
            List<String> texts = papers.stream().map(PaperText::text).toList();
            ourBge.embed(texts.subList(0, Math.min(50, texts.size())));
            ourMiniLm.embed(texts.subList(0, Math.min(50, texts.size())));
            System.err.println("after some papers: " + residentMemory());

            BgeSmallEnV15QuantizedEmbeddingModel theirBge = new BgeSmallEnV15QuantizedEmbeddingModel();
            AllMiniLmL6V2QuantizedEmbeddingModel theirMiniLm = new AllMiniLmL6V2QuantizedEmbeddingModel();
            measure(
                    "bge-small-en-v1.5-q",
                    papers,
                    rounds,
                    ourBge,
                    some -> vectors(theirBge.embedAll(segments(some)).content()));
            measure(
                    "all-minilm-l6-v2-q",
                    papers,
                    rounds,
                    ourMiniLm,
                    some -> vectors(theirMiniLm.embedAll(segments(some)).content()));
        }
    }

    private static void measure(String model, List<PaperText> papers, int rounds, Subject ours, Subject theirs)
            throws InterruptedException, ExecutionException {
        System.out.printf(
                Locale.ROOT,
                "%n### %s, %d papers, %d rounds, %d threads%n%n"
                        + "| papers per second, median (lowest–highest) | Broadsheet | langchain4j | ratio of medians |%n"
                        + "|---|---|---|---|%n",
                model,
                papers.size(),
                rounds,
                THREADS);
        race("title and abstract", papers, PaperText::text, rounds, ours, theirs);
        race("the first 400 characters of them", papers, p -> first(400, p.text()), rounds, ours, theirs);
        System.out.printf("%n| vectors of both compared | lowest cosine | median |%n|---|---|---|%n");
        compare("titles", papers, PaperText::title, ours, theirs);
        compare("title and abstract, first 400 characters", papers, p -> first(400, p.text()), ours, theirs);
        compare("title and abstract", papers, PaperText::text, ours, theirs);
        compare("the same three times over (beyond any limit)", papers, p -> (p.text() + " ").repeat(3), ours, theirs);
    }

    private static void race(
            String what,
            List<PaperText> papers,
            Function<PaperText, String> textOf,
            int rounds,
            Subject ours,
            Subject theirs)
            throws InterruptedException, ExecutionException {
        List<String> texts = papers.stream().map(textOf).toList();
        List<String> warmUp = texts.subList(0, Math.min(20, texts.size()));
        ours.embed(warmUp);
        theirs.embed(warmUp);
        double[] ourRates = new double[rounds];
        double[] theirRates = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            ourRates[round] = papersPerSecond(ours, texts);
            theirRates[round] = papersPerSecond(theirs, texts);
        }
        Spread our = new Spread(ourRates);
        Spread their = new Spread(theirRates);
        System.out.printf(Locale.ROOT, "| %s | %s | %s | %.2f |%n", what, our, their, our.median() / their.median());
    }

    private static double papersPerSecond(Subject subject, List<String> texts)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        subject.embed(texts);
        return texts.size() / ((System.nanoTime() - start) / 1e9);
    }

    private static void compare(
            String what, List<PaperText> papers, Function<PaperText, String> textOf, Subject ours, Subject theirs)
            throws InterruptedException, ExecutionException {
        List<String> texts = papers.stream().limit(100).map(textOf).toList();
        List<float[]> our = ours.embed(texts);
        List<float[]> their = theirs.embed(texts);
        Spread cosines = new Spread(IntStream.range(0, texts.size())
                .mapToDouble(i -> cosine(our.get(i), their.get(i)))
                .toArray());
        System.out.printf(Locale.ROOT, "| %s | %.6f | %.6f |%n", what, cosines.lowest(), cosines.median());
    }

    private static List<float[]> embed(Embedder embedder, List<String> texts, ExecutorService threads)
            throws InterruptedException, ExecutionException {
        List<Future<float[]>> futures = new ArrayList<>();
        for (String text : texts) {
            futures.add(threads.submit(() -> embedder.passage(text)));
        }
        List<float[]> vectors = new ArrayList<>();
        for (Future<float[]> future : futures) {
            vectors.add(future.get());
        }
        return vectors;
    }

    private static List<TextSegment> segments(List<String> texts) {
        return texts.stream().map(TextSegment::from).toList();
    }

    private static List<float[]> vectors(List<Embedding> embeddings) {
        return embeddings.stream().map(Embedding::vector).toList();
    }

    private static String first(int characters, String text) {
        return text.substring(0, Math.min(characters, text.length()));
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double oneSquared = 0;
        double otherSquared = 0;
        for (int i = 0; i < one.length; i++) {
            product += (double) one[i] * other[i];
            oneSquared += (double) one[i] * one[i];
            otherSquared += (double) other[i] * other[i];
        }
        return product / Math.sqrt(oneSquared * otherSquared);
    }

    private static String residentMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .map(line -> line.replaceAll("\\D+", ""))
                .map(kilobytes -> Long.parseLong(kilobytes) / 1024 + " MB")
                .findFirst()
                .orElse("unknown");
    }
}
