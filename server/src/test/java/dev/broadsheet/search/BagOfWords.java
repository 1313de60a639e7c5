package dev.broadsheet.search;

import dev.broadsheet.search.analysis.TextAnalysis;
import dev.broadsheet.search.vector.TextEmbedder;
import dev.broadsheet.search.vector.Vectors;
import java.util.Random;

/** A cheap model: each word points into a direction of its own, a text into the mean of its words'. */
public record BagOfWords(String model, int dimensions) implements TextEmbedder {

    @Override
    public float[] passage(String text) {
        float[] sum = new float[dimensions];
        // A direction shared by all texts keeps the null vector away.
        add("", 1, sum);
        TextAnalysis.stems(text).forEach((stem, count) -> add(stem, count, sum));
        return Vectors.normalised(sum);
    }

    @Override
    public float[] query(String text) {
        return passage(text);
    }

    private void add(String word, int count, float[] sum) {
        Random random = new Random((model + word).hashCode());
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (float) (count * random.nextGaussian());
        }
    }
}
