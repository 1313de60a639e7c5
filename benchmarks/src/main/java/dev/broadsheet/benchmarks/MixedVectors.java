package dev.broadsheet.benchmarks;

import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.program.Program;
import dev.broadsheet.search.vector.PaperText;
import dev.broadsheet.search.vector.VectorStore;
import dev.broadsheet.search.vector.Vectors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Gives the papers of a data folder that wait to be embedded vectors that might be real, in seconds
 * instead of hours: each on the way between those of two embedded papers, with a little noise, the
 * same two for both models. For measuring speed; what such papers mean is nonsense. The folder must
 * not have an index yet.
 *
 * <p>{@code benchmarks/run MixedVectors DATA}
 */
final class MixedVectors {
    private static final int AT_ONCE = 1_000;
    private static final int POOL = 50_000;
    private static final float NOISE = 0.01f;
    private static final List<String> MODELS = List.of("bge-small-en-v1.5-q", "all-minilm-l6-v2-q");

    private MixedVectors() {}

    public static void main(String[] arguments) {
        try (Program program = Program.open(Path.of(arguments[0]))) {
            Catalogue catalogue = program.catalogue();
            VectorStore store = new VectorStore(program.database(), MODELS);
            long last = catalogue.size() + AT_ONCE;
            List<List<float[]>> real = new ArrayList<>();
            for (long from = 1; from <= last && real.size() < POOL; from += AT_ONCE) {
                real.addAll(store.of(papers(catalogue, from)).values());
            }
            Random random = new Random(1);
            long mixed = 0;
            for (long from = 1; from <= last; from += AT_ONCE) {
                List<Paper> papers = papers(catalogue, from);
                Map<Long, List<float[]>> embedded = store.of(papers);
                List<Paper> waiting = papers.stream()
                        .filter(paper -> !embedded.containsKey(paper.number()))
                        .toList();
                mixed += waiting.size();
                catalogue.write(writer -> {
                    for (Paper paper : waiting) {
                        List<float[]> one = real.get(random.nextInt(real.size()));
                        List<float[]> other = real.get(random.nextInt(real.size()));
                        float part = random.nextFloat();
                        for (int model = 0; model < MODELS.size(); model++) {
                            writer.transaction()
                                    .execute(
                                            "insert or replace into embedding (paper, model, content_hash, vector)"
                                                    + " values (?, ?, ?, ?)",
                                            paper.number(),
                                            MODELS.get(model),
                                            PaperText.hash(PaperText.forMeaning(paper)),
                                            Vectors.toBytes(between(one.get(model), other.get(model), part, random)));
                        }
                    }
                    return waiting.size();
                });
            }
            System.out.printf("%,d papers mixed from those of %,d%n", mixed, real.size());
        }
    }

    /** A vector on the way between two others, of length one. */
    static float[] between(float[] one, float[] other, float part, Random random) {
        float[] result = new float[one.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = part * one[i] + (1 - part) * other[i] + NOISE * (float) random.nextGaussian();
        }
        return Vectors.normalised(result);
    }

    private static List<Paper> papers(Catalogue catalogue, long from) {
        return catalogue.papers(LongStream.range(from, from + AT_ONCE).boxed().toList());
    }
}
