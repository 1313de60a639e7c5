package dev.broadsheet.search.nearest;

import java.util.Arrays;

/**
 * The documents with the greatest estimated cosines: at least as many as are wanted, and those that
 * are about as good as the last of them. A histogram of what was added tells at any moment what is
 * too little, so that nothing is ever sorted.
 */
final class Shortlist {
    private static final int BUCKETS = 4_096;

    private static final int MOST_AT_FIRST = 16_384;

    private final int wanted;
    private final int[] histogram = new int[BUCKETS];
    private int[] documents;
    private float[] estimates;
    private int size;

    /** The bucket of the last that is wanted, and how many are in it and above. */
    private int last;

    private int inside;
    private float least = Float.NEGATIVE_INFINITY;

    /** @param wanted how many, at least one */
    Shortlist(int wanted) {
        this.wanted = wanted;
        this.documents = new int[Math.min(2 * wanted, MOST_AT_FIRST)];
        this.estimates = new float[documents.length];
    }

    /** The estimate that a document must not be below; less need not be added. */
    float least() {
        return least;
    }

    void add(float estimate, int document) {
        int bucket = bucket(estimate);
        if (bucket < last) {
            return;
        }
        if (size == documents.length) {
            makeRoom();
        }
        documents[size] = document;
        estimates[size++] = estimate;
        histogram[bucket]++;
        inside++;
        while (inside - histogram[last] >= wanted) {
            inside -= histogram[last++];
            least = last * 2f / BUCKETS - 1;
        }
    }

    /** The documents in the order of their numbers. */
    int[] documents() {
        keepBest();
        int[] best = Arrays.copyOf(documents, size);
        Arrays.sort(best);
        return best;
    }

    private void makeRoom() {
        keepBest();
        if (size > documents.length / 2) {
            documents = Arrays.copyOf(documents, 2 * documents.length);
            estimates = Arrays.copyOf(estimates, documents.length);
        }
    }

    private void keepBest() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (bucket(estimates[i]) >= last) {
                documents[kept] = documents[i];
                estimates[kept++] = estimates[i];
            }
        }
        size = kept;
    }

    private static int bucket(float estimate) {
        return Math.clamp((int) ((estimate + 1) * (BUCKETS / 2)), 0, BUCKETS - 1);
    }
}
