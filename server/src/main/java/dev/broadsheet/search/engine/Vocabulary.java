package dev.broadsheet.search.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The words that the papers of one state of an index hold. Words are given and taken in lower case, without accents;
 * many are asked for at once, because an engine may be a network away.
 */
public interface Vocabulary {

    /** How many papers there are. */
    long papers();

    /** How frequent these words are; each of them has an entry. */
    Map<String, Frequency> frequencies(Collection<String> words);

    /** How many papers hold a form of each word of a list, for each list at its place. */
    List<Integer> together(List<List<String>> words);

    /**
     * For each of these words those that are spelt nearly like it, the most alike first, without itself; each of them
     * has an entry.
     */
    Map<String, List<Alike>> alike(Field field, Collection<String> words);

    /** Where words are looked for. */
    enum Field {
        /** The words of titles. */
        TITLE,
        /** The parts of authors' names. */
        NAME
    }

    /**
     * How many papers have a word.
     *
     * @param holding papers that hold a form of it; {@link Integer#MAX_VALUE} for one that is never looked for ("the")
     * @param titled papers that have it in their title, in this form
     * @param named papers with an author of whose name it is a part
     */
    record Frequency(int holding, int titled, int named) {}

    /**
     * A word that is spelt nearly like another.
     *
     * @param edits letters put in, left out, exchanged or swapped with the next: 1 or 2
     * @param papers how many papers have it in the field
     */
    record Alike(String word, int edits, int papers) {}
}
