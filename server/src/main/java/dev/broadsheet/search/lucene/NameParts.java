package dev.broadsheet.search.lucene;

import dev.broadsheet.search.analysis.NameKey;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * An author's name as its parts, each at its place with its initial. A part that is printed as an
 * initial only is marked, so that "José Núñez" finds "J. Núñez" too, but not "J. N. Gómez".
 */
final class NameParts extends TokenStream {
    /** How far apart the parts of one name may stand, in whichever order; another author is farther away. */
    private static final int SLOP = 16;

    /** Parts of a name that are looked for, the first ones: the query grows with their square. */
    private static final int MOST = 8;

    private static final String ONLY = ".";

    private final List<String> parts;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private int next;

    /** @param name in any order, with any accents */
    NameParts(String name) {
        this.parts = List.of(NameKey.parts(name));
    }

    @Override
    public boolean incrementToken() {
        if (next == 2 * parts.size()) {
            return false;
        }
        clearAttributes();
        String part = parts.get(next / 2);
        boolean whole = next % 2 == 0;
        term.append(whole ? part : isInitial(part) ? part + ONLY : initial(part));
        step.setPositionIncrement(whole ? 1 : 0);
        next++;
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }

    /** The papers with an author of this name, or null where it holds no letter. */
    static @Nullable Query query(String field, String name) {
        List<String> parts = sought(name);
        if (parts.isEmpty()) {
            return name.length() <= NameKey.LONGEST ? null : MatchNoDocsQuery.INSTANCE;
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        boolean initialsOnly = parts.stream().allMatch(NameParts::isInitial);
        for (int whole = 0; whole < parts.size(); whole++) {
            if (initialsOnly || !isInitial(parts.get(whole))) {
                any.add(query(field, parts, whole), Occur.SHOULD);
            }
        }
        return any.build();
    }

    /** How many of the clauses that Lucene allows a query the name takes. */
    static int clauses(String name) {
        int parts = sought(name).size();
        return parts * parts;
    }

    private static List<String> sought(String name) {
        return Arrays.stream(NameKey.parts(name)).limit(MOST).toList();
    }

    /** @param whole the place of the part that must be printed in full */
    private static Query query(String field, List<String> parts, int whole) {
        MultiPhraseQuery.Builder name = new MultiPhraseQuery.Builder().setSlop(SLOP);
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            Term full = new Term(field, part);
            name.add(
                    i == whole || isInitial(part)
                            ? new Term[] {full}
                            : new Term[] {full, new Term(field, initial(part) + ONLY)});
        }
        return name.build();
    }

    private static boolean isInitial(String part) {
        return part.length() == Character.charCount(part.codePointAt(0));
    }

    private static String initial(String part) {
        return Character.toString(part.codePointAt(0));
    }
}
