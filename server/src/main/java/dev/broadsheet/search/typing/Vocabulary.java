package dev.broadsheet.search.typing;

import java.util.List;

/** The words that the papers of one state of an index hold. Words are given and taken in lower case, without accents. */
public interface Vocabulary {

    /** How many papers there are. */
    long papers();

    /** How many papers hold a form of this word; {@link Integer#MAX_VALUE} for one that is never looked for ("the"). */
    int holding(String word);

    /** How many papers have this word in their title, in this form. */
    int titled(String word);

    /** How many papers hold a form of each of these words. */
    int holdingAll(List<String> words);

    /** How many papers have an author of whose name this is a part. */
    int named(String part);

    /** The words of titles that are spelt nearly like this one, the most alike first, without itself. */
    List<Alike> alike(String word);

    /** The same for the parts of authors' names. */
    List<Alike> alikeNames(String part);

    /**
     * A word that is spelt nearly like another.
     *
     * @param edits letters put in, left out, exchanged or swapped with the next: 1 or 2
     * @param papers how many papers have it in their title or among their authors
     */
    record Alike(String word, int edits, int papers) {}
}
