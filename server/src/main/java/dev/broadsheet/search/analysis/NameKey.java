package dev.broadsheet.search.analysis;

import dev.broadsheet.text.TitleKey;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Names of authors reduced to what their printings have in common: no accents, no order, initials or not. */
public final class NameKey {
    /** A longer name is not a name, and an index's term has a limit. */
    public static final int LONGEST = 200;

    private NameKey() {}

    /**
     * The keys that the name is found by: all its parts, and those longer than an initial. Empty
     * for a name of one part only: as a query that is rather a word.
     */
    public static Set<String> of(String name) {
        String[] parts = parts(name);
        Set<String> keys = new TreeSet<>();
        add(parts, keys);
        add(Arrays.stream(parts).filter(part -> part.length() > 1).toArray(String[]::new), keys);
        return keys;
    }

    /** The name's parts as they are compared, in their order; none of a name that is none. */
    public static String[] parts(String name) {
        String key = name.length() > LONGEST ? "" : TitleKey.of(folded(name));
        return key.isEmpty() ? new String[0] : key.split(" ");
    }

    private static void add(String[] parts, Set<String> keys) {
        if (parts.length > 1) {
            String[] sorted = parts.clone();
            Arrays.sort(sorted);
            keys.add(String.join(" ", sorted));
        }
    }

    // Beyond accents: the letters that Unicode does not decompose (ø, ł, ß).
    private static String folded(String name) {
        char[] folded = new char[4 * name.length()];
        int length = ASCIIFoldingFilter.foldToASCII(name.toCharArray(), 0, folded, 0, name.length());
        return new String(folded, 0, length);
    }
}
