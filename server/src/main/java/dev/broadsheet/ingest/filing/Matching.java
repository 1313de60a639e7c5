package dev.broadsheet.ingest.filing;

import dev.broadsheet.paper.Identifier.Scheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Parts records into papers: records with a common identifier belong together, then those alike by
 * abstract, then those alike by authors and year; but never two with different arXiv names, and by
 * authors and year never two with different DOIs or years too far apart, not even by way of a third.
 * At last, papers known without a subtitle go to the only one that has it.
 * Follows from the set of records alone, not from the order in which they came.
 */
public final class Matching {
    private final List<KnownRecord> records;
    private final int[] parent;
    private final List<Set<String>> arxivNames = new ArrayList<>();
    private final List<Set<String>> dois = new ArrayList<>();
    private final List<@Nullable Years> years = new ArrayList<>();

    private Matching(List<KnownRecord> records) {
        this.records = records.stream().sorted(KnownRecord.AUTHORITY).toList();
        this.parent = new int[records.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            arxivNames.add(this.records.get(i).names(Scheme.ARXIV));
            dois.add(this.records.get(i).names(Scheme.DOI));
            years.add(Years.of(this.records.get(i)));
        }
    }

    /** The papers, by the authority of their first records. */
    public static List<List<KnownRecord>> papers(List<KnownRecord> records) {
        Matching matching = new Matching(records);
        matching.join(Matching::shareIdentifier, false);
        matching.join(MatchRules::byAbstract, false);
        matching.join(MatchRules::byAuthorsAndYear, true);
        matching.joinCut();
        return matching.groups();
    }

    static boolean shareIdentifier(KnownRecord one, KnownRecord other) {
        return one.metadata().identifiers().stream().anyMatch(other.metadata().identifiers()::contains);
    }

    private interface Same {
        boolean test(KnownRecord one, KnownRecord other);
    }

    /** @param weak whether what the papers' other records say can speak against it */
    private void join(Same same, boolean weak) {
        for (int i = 0; i < parent.length; i++) {
            for (int j = i + 1; j < parent.length; j++) {
                int one = root(i);
                int other = root(j);
                boolean mayBeOne = weak
                        ? mayJoinWeakly(one, other)
                        : MatchRules.mayShare(arxivNames.get(one), arxivNames.get(other));
                if (one != other && mayBeOne && same.test(records.get(i), records.get(j))) {
                    unite(one, other);
                }
            }
        }
    }

    /** Joins papers known by their main titles alone with the one paper that has it and a subtitle. */
    private void joinCut() {
        Map<Integer, Set<Integer>> wholes = new TreeMap<>();
        for (int cut = 0; cut < parent.length; cut++) {
            for (int whole = 0; whole < parent.length; whole++) {
                int one = root(cut);
                int other = root(whole);
                if (one != other
                        && mayJoinWeakly(one, other)
                        && MatchRules.byMainTitle(records.get(cut), records.get(whole))
                        && isCut(one, records.get(cut))) {
                    wholes.computeIfAbsent(one, root -> new TreeSet<>()).add(other);
                }
            }
        }
        wholes.forEach((cut, several) -> {
            int one = root(cut);
            int other = root(several.iterator().next());
            // What could be either of two is neither.
            if (several.size() == 1 && one != other && mayJoinWeakly(one, other)) {
                unite(Math.min(one, other), Math.max(one, other));
            }
        });
    }

    /** Whether nothing in the record's paper says that its title is whole: a subtitle, an abstract that it lacks itself. */
    private boolean isCut(int root, KnownRecord cut) {
        boolean silent = cut.metadata().abstractText().isBlank();
        for (int i = 0; i < parent.length; i++) {
            KnownRecord record = records.get(i);
            boolean against = !record.titleKey().equals(cut.titleKey())
                    || (silent && !record.metadata().abstractText().isBlank());
            if (root(i) == root && against) {
                return false;
            }
        }
        return true;
    }

    private boolean mayJoinWeakly(int one, int other) {
        return MatchRules.mayShare(arxivNames.get(one), arxivNames.get(other))
                && MatchRules.mayShare(dois.get(one), dois.get(other))
                && yearsMayJoin(one, other);
    }

    private void unite(int one, int other) {
        parent[other] = one;
        arxivNames.get(one).addAll(arxivNames.get(other));
        dois.get(one).addAll(dois.get(other));
        years.set(one, both(years.get(one), years.get(other)));
    }

    private boolean yearsMayJoin(int one, int other) {
        Years first = years.get(one);
        Years second = years.get(other);
        return first == null || second == null || first.mayJoin(second);
    }

    private static @Nullable Years both(@Nullable Years one, @Nullable Years other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.with(other);
    }

    private int root(int index) {
        int root = index;
        while (parent[root] != root) {
            root = parent[root];
        }
        return root;
    }

    private List<List<KnownRecord>> groups() {
        Map<Integer, List<KnownRecord>> groups = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            groups.computeIfAbsent(root(i), root -> new ArrayList<>()).add(records.get(i));
        }
        return new ArrayList<>(groups.values());
    }
}
