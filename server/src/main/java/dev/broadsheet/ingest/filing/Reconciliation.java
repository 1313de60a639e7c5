package dev.broadsheet.ingest.filing;

import dev.broadsheet.ingest.filing.SourceRecordRows.Placed;
import dev.broadsheet.paper.CatalogueWriter;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the catalogue agree with a new grouping of the records of a few papers: papers are changed,
 * merged and split. A paper whose arXiv name is its address keeps its number.
 */
public final class Reconciliation {
    private final CatalogueWriter catalogue;
    private final SourceRecordRows rows;
    private final Instant now;
    private final Map<Long, Paper> papers = new TreeMap<>();
    private final List<Placed> before;
    private final List<Group> groups = new ArrayList<>();

    private static final class Group {
        final List<KnownRecord> records;
        final Metadata metadata;

        @Nullable Long paper;

        Group(List<KnownRecord> records) {
            this.records = records;
            this.metadata = Merge.of(records);
        }

        boolean holds(KnownRecord record) {
            return records.stream().anyMatch(own -> own.isNamed(record.source(), record.name()));
        }

        boolean hasSource(String source) {
            return records.stream().anyMatch(own -> own.source().equals(source));
        }
    }

    /** @param before the records of those papers, with where they are */
    public Reconciliation(
            CatalogueWriter catalogue,
            SourceRecordRows rows,
            Instant now,
            Collection<Long> numbers,
            List<Placed> before) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.now = now;
        this.before = before;
        for (long number : numbers) {
            catalogue.paper(number).ifPresent(paper -> papers.put(number, paper));
        }
    }

    /**
     * Carries the grouping out.
     *
     * @param changed the record that is new or has changed
     */
    public void apply(List<List<KnownRecord>> grouping, KnownRecord changed) {
        grouping.forEach(records -> groups.add(new Group(records)));
        assign();
        release();
        mergeAway();
        for (Group group : groups) {
            place(group, changed);
        }
        if (groups.size() > 1) {
            owners().forEach(this::releaseKept);
            groups.forEach(group -> catalogue.readdress(number(group)));
        }
        moveAppearances();
    }

    /** The number of the paper that the record is part of now. */
    public long homeOf(KnownRecord record) {
        return number(groupOf(record));
    }

    private void assign() {
        for (Paper paper : papers.values()) {
            for (Group group : groups) {
                if (group.paper == null && isNamedAfter(paper, group)) {
                    group.paper = paper.number();
                    break;
                }
            }
        }
        for (Paper paper : papers.values()) {
            for (Group group : groups) {
                if (group.paper == null && !isTaken(paper.number()) && hasRecordOf(group, paper.number())) {
                    group.paper = paper.number();
                    break;
                }
            }
        }
    }

    private static boolean isNamedAfter(Paper paper, Group group) {
        return group.metadata.identifiers().stream()
                .anyMatch(identifier -> identifier.scheme() == Identifier.Scheme.ARXIV
                        && identifier.name().equals(paper.id().value()));
    }

    private boolean isTaken(long paper) {
        return groups.stream().anyMatch(group -> group.paper != null && group.paper == paper);
    }

    private boolean hasRecordOf(Group group, long paper) {
        return before.stream().anyMatch(placed -> placed.paper() == paper && group.holds(placed.record()));
    }

    /** Frees the identifiers that go to another paper, or that no record gives any more. */
    private void release() {
        Map<Identifier, Group> owners = owners();
        for (Paper paper : papers.values()) {
            List<Identifier> foreign = new ArrayList<>();
            for (Identifier identifier : paper.metadata().identifiers()) {
                Group owner = owners.get(identifier);
                // A short name nobody gives any more keeps leading here: it may be written down somewhere.
                boolean orphan = owner == null && identifier.scheme() != Identifier.Scheme.BROADSHEET;
                boolean elsewhere = owner != null && (owner.paper == null || owner.paper != paper.number());
                if (orphan || elsewhere) {
                    foreign.add(identifier);
                }
            }
            catalogue.release(paper.number(), foreign);
        }
    }

    private Map<Identifier, Group> owners() {
        Map<Identifier, Group> owners = new HashMap<>();
        for (Group group : groups) {
            group.metadata.identifiers().forEach(identifier -> owners.putIfAbsent(identifier, group));
        }
        return owners;
    }

    /** A short name that was kept for nobody goes to the paper whose records give it again. */
    private void releaseKept(Identifier identifier, Group owner) {
        catalogue
                .holder(identifier)
                .filter(holder -> papers.containsKey(holder) && !holder.equals(owner.paper))
                .ifPresent(holder -> catalogue.release(holder, List.of(identifier)));
    }

    private void mergeAway() {
        for (Paper paper : papers.values()) {
            if (!isTaken(paper.number())) {
                groups.stream()
                        .filter(group -> hasRecordOf(group, paper.number()))
                        .findFirst()
                        .ifPresent(group -> catalogue.merge(paper.number(), number(group)));
            }
        }
    }

    private void place(Group group, KnownRecord changed) {
        if (group.paper == null) {
            group.paper = catalogue.add(group.metadata, now);
        } else if (!change(group, group.paper) && group.holds(changed)) {
            // Which sources know a paper is part of it, whatever they say.
            catalogue.touch(group.paper);
        }
        boolean alone = group.records.size() == 1;
        for (KnownRecord record : group.records) {
            rows.put(record, number(group), alone ? null : record.metadata());
        }
    }

    private boolean change(Group group, long paper) {
        List<KnownRecord> earlier = before.stream()
                .filter(placed -> placed.paper() == paper)
                .map(Placed::record)
                .toList();
        boolean same =
                earlier.size() == group.records.size() && earlier.stream().allMatch(group::holds);
        return same ? catalogue.change(paper, group.metadata, now) : catalogue.regroup(paper, group.metadata, now);
    }

    /** A source's list goes with its record. */
    private void moveAppearances() {
        for (Placed placed : before) {
            Group group = groupOf(placed.record());
            String source = placed.record().source();
            boolean left = number(group) != placed.paper() && isTaken(placed.paper());
            if (left
                    && groups.stream().noneMatch(other -> number(other) == placed.paper() && other.hasSource(source))) {
                catalogue.moveAppearances(source, placed.paper(), number(group));
            }
        }
    }

    private Group groupOf(KnownRecord record) {
        return groups.stream().filter(group -> group.holds(record)).findFirst().orElseThrow();
    }

    private static long number(Group group) {
        Long paper = group.paper;
        if (paper == null) {
            throw new IllegalStateException("a group has its paper once it is placed");
        }
        return paper;
    }
}
