package dev.broadsheet.search.nearest;

import java.util.Arrays;
import org.apache.lucene.util.IntroSelector;
import org.apache.lucene.util.NumericUtils;

/** The best of many scored documents, of which there is room for a few. Of equals the first document. */
public final class Nearest {
    /** How many times the wanted number are kept before the rest is thrown away. */
    private static final int ROOM = 3;

    private final int wanted;
    private long[] entries;
    private int size;
    private float least = Float.NEGATIVE_INFINITY;

    /** @param wanted how many, at least one */
    public Nearest(int wanted) {
        this.wanted = wanted;
        this.entries = new long[Math.min(wanted, 1_000)];
    }

    public void add(float score, int document) {
        if (score < least) {
            return;
        }
        if (size == entries.length) {
            makeRoom();
        }
        // The greater entry is the better one; a document's number counts backwards.
        entries[size++] = (long) NumericUtils.floatToSortableInt(score) << Integer.SIZE | ~document & 0xFFFFFFFFL;
    }

    /** The best documents, best first. */
    public ScoredDocuments best() {
        keepBest();
        Arrays.sort(entries, 0, size);
        int[] documents = new int[size];
        float[] scores = new float[size];
        for (int i = 0; i < size; i++) {
            long entry = entries[size - 1 - i];
            documents[i] = ~(int) entry;
            scores[i] = NumericUtils.sortableIntToFloat((int) (entry >> Integer.SIZE));
        }
        return new ScoredDocuments(documents, scores);
    }

    private void makeRoom() {
        if (entries.length < (long) ROOM * wanted) {
            entries = Arrays.copyOf(entries, (int) Math.min(2L * entries.length, (long) ROOM * wanted));
        } else {
            keepBest();
        }
    }

    private void keepBest() {
        if (size > wanted) {
            new BestFirst().select(0, size, wanted - 1);
            size = wanted;
            least = NumericUtils.sortableIntToFloat((int) (entries[wanted - 1] >> Integer.SIZE));
        }
    }

    /**
     * Documents with their scores.
     *
     * @param documents of the whole index
     * @param scores each at its document's place
     */
    // Never compared.
    @SuppressWarnings("ArrayRecordComponent")
    public record ScoredDocuments(int[] documents, float[] scores) {}

    private final class BestFirst extends IntroSelector {
        private long pivot;

        @Override
        protected void swap(int i, int j) {
            long entry = entries[i];
            entries[i] = entries[j];
            entries[j] = entry;
        }

        @Override
        protected void setPivot(int i) {
            pivot = entries[i];
        }

        @Override
        protected int comparePivot(int j) {
            return Long.compare(entries[j], pivot);
        }
    }
}
