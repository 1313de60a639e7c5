package dev.broadsheet.search.lucene;

import dev.broadsheet.paper.Metadata;
import dev.broadsheet.search.analysis.NameKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;

/** The fields that spelling and suggestions are looked up in: whole words and names, where the text has stems. */
final class WordFields {
    /** The words of the title, as its key has them. */
    static final String TITLE_WORD = "title_word";

    /** The parts of the authors' names that are longer than an initial. */
    static final String NAME_PART = "name_part";

    /**
     * For each such part a term that begins with it: the parts in a circle, {@link #END_OF_KEY}, and the name as
     * it is printed. A beginning of any part thus finds names and how frequent they are, in the list of terms alone.
     */
    static final String NAME = "name";

    /** The category's code as it is printed. */
    static final String CATEGORY_CODE = "category_code";

    static final char END_OF_KEY = '\u0000';

    /** Of the papers of whole collaborations only so many authors are suggested. */
    private static final int MOST_AUTHORS = 200;

    private static final int LONGEST_WORD = 100;

    private WordFields() {}

    static void addTo(Document document, Metadata metadata, String titleKey) {
        for (String word : Set.copyOf(List.of(titleKey.split(" ")))) {
            if (!word.isEmpty() && word.length() <= LONGEST_WORD) {
                document.add(new StringField(TITLE_WORD, word, Store.NO));
            }
        }
        Set<String> parts = new HashSet<>();
        Set<String> names = new HashSet<>();
        metadata.authors().stream().limit(MOST_AUTHORS).forEach(author -> {
            String[] its = NameKey.parts(author.name());
            for (int i = 0; i < its.length; i++) {
                if (its[i].length() > 1) {
                    parts.add(its[i]);
                    names.add(circle(its, i) + END_OF_KEY + author.name());
                }
            }
        });
        parts.forEach(part -> document.add(new StringField(NAME_PART, part, Store.NO)));
        names.forEach(name -> document.add(new StringField(NAME, name, Store.NO)));
        for (String category : Set.copyOf(metadata.categories())) {
            if (category.length() <= LONGEST_WORD) {
                document.add(new StringField(CATEGORY_CODE, category, Store.NO));
            }
        }
    }

    private static String circle(String[] parts, int first) {
        StringBuilder circle = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            circle.append(i == 0 ? "" : " ").append(parts[(first + i) % parts.length]);
        }
        return circle.toString();
    }

    /** A name's term in its two halves. */
    record NameTerm(String key, String printed) {
        static NameTerm of(String term) {
            int end = term.indexOf(END_OF_KEY);
            return new NameTerm(term.substring(0, end), term.substring(end + 1));
        }
    }
}
