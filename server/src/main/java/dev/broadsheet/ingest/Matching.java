package dev.broadsheet.ingest;

import dev.broadsheet.paper.Identifier.Scheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parts records into papers: records with a common identifier belong together, then those alike by
 * abstract, then those alike by authors and year; but never two with different arXiv names, and by
 * authors and year never two with different DOIs, not even by way of a third that has none. Follows from the set of records alone, not from the
 * order in which they came.
 */
final class Matching {
    private final List<KnownRecord> records;
    private final int[] parent;
    private final List<Set<String>> arxivNames = new ArrayList<>();
    private final List<Set<String>> dois = new ArrayList<>();

    private Matching(List<KnownRecord> records) {
        this.records = records.stream().sorted(KnownRecord.AUTHORITY).toList();
        this.parent = new int[records.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            arxivNames.add(this.records.get(i).names(Scheme.ARXIV));
            dois.add(this.records.get(i).names(Scheme.DOI));
        }
    }

    /** The papers, by the authority of their first records. */
    static List<List<KnownRecord>> papers(List<KnownRecord> records) {
        Matching matching = new Matching(records);
        matching.join(Matching::shareIdentifier, false);
        matching.join(Likeness::byAbstract, false);
        matching.join(Likeness::byAuthorsAndYear, true);
        return matching.groups();
    }

    static boolean shareIdentifier(KnownRecord one, KnownRecord other) {
        return one.metadata().identifiers().stream().anyMatch(other.metadata().identifiers()::contains);
    }

    private interface Same {
        boolean test(KnownRecord one, KnownRecord other);
    }

    private void join(Same same, boolean doisPart) {
        for (int i = 0; i < parent.length; i++) {
            for (int j = i + 1; j < parent.length; j++) {
                int one = root(i);
                int other = root(j);
                boolean mayBeOne = Likeness.mayShare(arxivNames.get(one), arxivNames.get(other))
                        && (!doisPart || Likeness.mayShare(dois.get(one), dois.get(other)));
                if (one != other && mayBeOne && same.test(records.get(i), records.get(j))) {
                    parent[other] = one;
                    arxivNames.get(one).addAll(arxivNames.get(other));
                    dois.get(one).addAll(dois.get(other));
                }
            }
        }
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
