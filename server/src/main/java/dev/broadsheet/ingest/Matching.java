package dev.broadsheet.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parts records into papers: records with a common identifier belong together, then records alike,
 * but never two with different arXiv names. Follows from the set of records alone, not from the
 * order in which they came.
 */
final class Matching {
    private final List<KnownRecord> records;
    private final int[] parent;
    private final List<Set<String>> arxivNames = new ArrayList<>();

    private Matching(List<KnownRecord> records) {
        this.records = records.stream().sorted(KnownRecord.AUTHORITY).toList();
        this.parent = new int[records.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            arxivNames.add(new HashSet<>(this.records.get(i).arxivNames()));
        }
    }

    /** The papers, by the authority of their first records. */
    static List<List<KnownRecord>> papers(List<KnownRecord> records) {
        Matching matching = new Matching(records);
        matching.join(Matching::shareIdentifier);
        matching.join(Likeness::of);
        return matching.groups();
    }

    static boolean shareIdentifier(KnownRecord one, KnownRecord other) {
        return one.metadata().identifiers().stream().anyMatch(other.metadata().identifiers()::contains);
    }

    private interface Same {
        boolean test(KnownRecord one, KnownRecord other);
    }

    private void join(Same same) {
        for (int i = 0; i < parent.length; i++) {
            for (int j = i + 1; j < parent.length; j++) {
                int one = root(i);
                int other = root(j);
                if (one != other && mayBeOne(one, other) && same.test(records.get(i), records.get(j))) {
                    parent[other] = one;
                    arxivNames.get(one).addAll(arxivNames.get(other));
                }
            }
        }
    }

    private boolean mayBeOne(int one, int other) {
        Set<String> names = arxivNames.get(one);
        Set<String> others = arxivNames.get(other);
        return names.isEmpty() || others.isEmpty() || names.stream().anyMatch(others::contains);
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
