package dev.broadsheet.paper;

import dev.broadsheet.database.Transaction;
import dev.broadsheet.text.TitleKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes to the catalogue within one transaction. Each change of a paper takes the next revision;
 * writing what is there already is not a change. Valid inside {@link Catalogue#write} only, for one
 * thread.
 *
 * <p>It trusts its caller on which papers are the same: an identifier that another paper holds stays
 * with that paper.
 */
public final class CatalogueWriter {
    /** Longer ones are a mistake, not a category, and would burst the index; the metadata keep them. */
    private static final int LONGEST_CATEGORY = 100;

    /** The greater of two statements stands. Compared here, because each database sorts text its own way. */
    private static final Comparator<Appearance> STANDING = Comparator.comparingInt(Appearance::votes)
            .thenComparingInt(Appearance::comments)
            .thenComparing(Appearance::position, Comparator.reverseOrder())
            .thenComparing(appearance -> Objects.requireNonNullElse(appearance.submitter(), ""))
            .thenComparing(appearance -> Objects.requireNonNullElse(appearance.submitterName(), ""));

    private final Transaction transaction;
    private final Revisions revisions;
    private final List<PaperReference> references;

    CatalogueWriter(Transaction transaction, Revisions revisions, List<PaperReference> references) {
        this.transaction = transaction;
        this.revisions = revisions;
        this.references = references;
    }

    /** The transaction, for the tables of other rooms that must change together with the catalogue. */
    public Transaction transaction() {
        return transaction;
    }

    /** The number of the paper that holds the identifier. */
    public Optional<Long> holder(Identifier identifier) {
        return transaction.number(
                "select paper from identifier where scheme = ? and name = ?",
                identifier.scheme().key(),
                identifier.name());
    }

    /** The paper as this transaction sees it; empty if it is gone. */
    public Optional<Paper> paper(long number) {
        return PaperRows.paper(transaction.sql(), number);
    }

    /** The numbers of the papers whose title has this key ({@link TitleKey#indexed} of it), oldest first. */
    public List<Long> withTitleKey(String titleKey, int limit) {
        return transaction.list(
                "select number from paper where title_key = ? and merged_into is null order by number limit ?",
                (row, index) -> row.getLong(1),
                TitleKey.indexed(titleKey),
                limit);
    }

    /**
     * Adds a paper.
     *
     * @return its number
     */
    public long add(Metadata metadata, Instant now) {
        return add(CataloguePaper.of(metadata), List.of(), now);
    }

    /**
     * Like {@link #add(Metadata, Instant)}, for papers prepared on another thread.
     *
     * @param appearances the lists it stands on, which are part of the same change; may name a list
     *     and day several times, see {@link #appear}
     */
    public long add(CataloguePaper paper, List<Appearance> appearances, Instant now) {
        Metadata metadata = paper.metadata();
        long number = transaction
                .number("select coalesce(max(number), 0) + 1 from paper")
                .orElseThrow();
        transaction.execute(
                "insert into paper (number, id, revision, title_key, main_title_key, day, category, metadata, added_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                freeId(metadata, number),
                revisions.next(),
                TitleKey.indexed(paper.titleKey()),
                paper.mainTitleKey(),
                day(metadata),
                category(metadata),
                paper.json(),
                now.toString());
        claim(number, metadata.identifiers());
        appearances.forEach(appearance -> list(number, appearance));
        return number;
    }

    /**
     * Replaces a paper's metadata; what a reader should know of the change becomes part of the paper's history.
     *
     * @return whether that changed anything
     * @throws IllegalArgumentException if the paper is gone
     */
    public boolean change(long number, Metadata metadata, Instant now) {
        return change(number, metadata, before -> ChangeEvents.between(before, metadata, now));
    }

    /**
     * Like {@link #change(long, Metadata, Instant)}, where it is not that a source says something else,
     * but that other sources are heard: that one writes the title another way does not change the paper.
     */
    public boolean regroup(long number, Metadata metadata, Instant now) {
        return change(number, metadata, before -> ChangeEvents.heard(before, metadata, now));
    }

    private boolean change(long number, Metadata metadata, Function<Metadata, List<PaperEvent>> history) {
        Paper before = paper(number).orElseThrow(() -> new IllegalArgumentException("paper " + number + " is gone"));
        if (before.metadata().equals(metadata)) {
            return false;
        }
        history.apply(before.metadata()).forEach(event -> EventRows.add(transaction, number, event));
        claim(number, metadata.identifiers());
        PaperId id = before.id();
        if (id.isShort()) {
            claim(number, List.of(new Identifier(Identifier.Scheme.BROADSHEET, id.value())));
            id = betterId(number, id, metadata);
        }
        transaction.execute(
                "update paper set id = ?, revision = ?, title_key = ?, main_title_key = ?, day = ?, category = ?, metadata = ? where number = ?",
                id.value(),
                revisions.next(),
                TitleKey.indexed(TitleKey.joined(metadata.title())),
                TitleKey.indexedMain(metadata.title()),
                day(metadata),
                category(metadata),
                PaperJson.write(metadata),
                number);
        return true;
    }

    /** Gives the paper its names and its best address, where another paper had them when this one was changed last. */
    public void readdress(long number) {
        paper(number).filter(paper -> paper.id().isShort()).ifPresent(paper -> {
            claim(number, paper.metadata().identifiers());
            PaperId better = betterId(number, paper.id(), paper.metadata());
            if (!better.equals(paper.id())) {
                transaction.execute(
                        "update paper set id = ?, revision = ? where number = ?",
                        better.value(),
                        revisions.next(),
                        number);
            }
        });
    }

    /**
     * Gives the paper a new revision, because something that belongs to it changed elsewhere. For votes
     * and comments {@link #count} is far cheaper.
     */
    public void touch(long number) {
        transaction.execute("update paper set revision = ? where number = ?", revisions.next(), number);
    }

    /**
     * Makes one paper part of another: identifiers, appearances and history move, the address keeps
     * leading to the survivor, and what other rooms keep of it follows their {@linkplain PaperReference
     * references}. The caller merges the metadata.
     */
    public void merge(long gone, long survivor) {
        PaperLocks.forMerge(transaction, gone, survivor);
        CountRows.markSurvivor(transaction, gone, survivor);
        references.forEach(reference -> reference.merge(transaction, gone, survivor));
        EventRows.move(transaction, gone, survivor);
        List<Appearance> appearances = appearances("where paper = ?", gone);
        transaction.execute("delete from appearance where paper = ?", gone);
        appearances.forEach(appearance -> appear(survivor, appearance));
        // Its address becomes free for the survivor, which already answers to it as an identifier.
        transaction
                .text("select id from paper where number = ?", gone)
                .map(PaperId::new)
                .filter(PaperId::isShort)
                .ifPresent(id -> claim(survivor, List.of(new Identifier(Identifier.Scheme.BROADSHEET, id.value()))));
        transaction.execute(
                "update paper set id = ?, merged_into = ?, revision = ? where number = ?",
                "merged-" + gone,
                survivor,
                revisions.next(),
                gone);
    }

    /** Gives one list's appearances of a paper to another paper, when it is split. */
    public void moveAppearances(String list, long from, long to) {
        List<Appearance> appearances = appearances("where paper = ? and list = ?", from, list);
        int moved = transaction.execute("delete from appearance where paper = ? and list = ?", from, list);
        appearances.forEach(appearance -> appear(to, appearance));
        if (moved > 0) {
            touch(from);
            touch(to);
        }
    }

    /** Takes identifiers away from a paper, when it is split. */
    public void release(long number, Collection<Identifier> identifiers) {
        for (Identifier identifier : identifiers) {
            transaction.execute(
                    "delete from identifier where paper = ? and scheme = ? and name = ?",
                    number,
                    identifier.scheme().key(),
                    identifier.name());
        }
    }

    /**
     * Records that the paper stood on a list. Of several statements about one list and day the one
     * with the most votes stands, of those the one with the most comments, then the one furthest up,
     * then the one whose submitter (then submitter's name) is greatest as text, none being least. So
     * the outcome follows from the statements alone, in whatever order and how often they come, and
     * an older snapshot takes no votes away.
     *
     * <p>To followers this is {@link Change.Counted}, the first appearance too.
     *
     * @return whether that changed anything
     */
    public boolean appear(long number, Appearance appearance) {
        boolean changed = list(number, appearance);
        if (changed) {
            ChangeRows.counted(transaction, number, revisions.next());
        }
        return changed;
    }

    /**
     * Sets what a list counts of a paper that stands on it: for a list that is kept here, where votes
     * are taken back too. Cheap: the paper's description is neither read nor written, and followers
     * are told of {@link Change.Counted} only.
     *
     * @param day of the list
     * @param votes not negative
     * @param comments not negative
     * @return whether that changed anything; it does not where the paper is not on the list of that day
     */
    public boolean count(long number, String list, LocalDate day, int votes, int comments) {
        if (votes < 0 || comments < 0) {
            throw new IllegalArgumentException("votes and comments are not negative: " + votes + ", " + comments);
        }
        int changed = transaction.execute(
                "update appearance set votes = ?, comments = ?"
                        + " where list = ? and day = ? and paper = ? and (votes <> ? or comments <> ?)",
                votes,
                comments,
                list,
                day.toString(),
                number,
                votes,
                comments);
        if (changed > 0) {
            ChangeRows.counted(transaction, number, revisions.next());
        }
        return changed > 0;
    }

    /**
     * Sets what the community gives a paper beside its lists. To followers this is {@link Change.Counted}, also where
     * the sums stand already: others may have voted.
     *
     * @param votes not negative
     * @param comments not negative
     */
    void countCommunity(long number, int votes, int comments) {
        boolean here = transaction
                .number("select number from paper where number = ? and merged_into is null", number)
                .isPresent();
        if (here) {
            CountRows.set(transaction, number, votes, comments);
            ChangeRows.counted(transaction, number, revisions.next());
        }
    }

    private boolean list(long number, Appearance appearance) {
        List<Appearance> known = appearances(
                "where list = ? and day = ? and paper = ?",
                appearance.list(),
                appearance.day().toString(),
                number);
        if (!known.isEmpty() && STANDING.compare(known.getFirst(), appearance) >= 0) {
            return false;
        }
        transaction.execute(
                "insert into appearance (list, day, paper, position, votes, comments, submitter, submitter_name)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (list, day, paper) do update set"
                        + " position = excluded.position, votes = excluded.votes, comments = excluded.comments,"
                        + " submitter = excluded.submitter, submitter_name = excluded.submitter_name",
                appearance.list(),
                appearance.day().toString(),
                number,
                appearance.position(),
                appearance.votes(),
                appearance.comments(),
                appearance.submitter(),
                appearance.submitterName());
        return true;
    }

    private List<Appearance> appearances(String where, Object... parameters) {
        return transaction.list(
                AppearanceRows.COLUMNS + where, (row, index) -> AppearanceRows.appearance(row), parameters);
    }

    private void claim(long number, Collection<Identifier> identifiers) {
        for (Identifier identifier : identifiers) {
            transaction.execute(
                    "insert into identifier (scheme, name, paper) values (?, ?, ?) on conflict do nothing",
                    identifier.scheme().key(),
                    identifier.name(),
                    number);
        }
    }

    /** The arXiv name, else the first short name, so that the address does not tell which record came first. */
    private PaperId betterId(long number, PaperId id, Metadata metadata) {
        for (Identifier identifier : metadata.identifiers()) {
            boolean address = identifier.scheme() == Identifier.Scheme.ARXIV
                    || identifier.scheme() == Identifier.Scheme.BROADSHEET;
            if (address && holder(identifier).filter(holder -> holder == number).isPresent()) {
                return id.value().equals(identifier.name()) || isFree(identifier.name())
                        ? new PaperId(identifier.name())
                        : id;
            }
        }
        return id;
    }

    private String freeId(Metadata metadata, long number) {
        String arxiv = metadata.identifier(Identifier.Scheme.ARXIV);
        if (arxiv != null && isFree(arxiv)) {
            return arxiv;
        }
        String own = metadata.identifier(Identifier.Scheme.BROADSHEET);
        if (own != null && isFree(own)) {
            return own;
        }
        String text = TitleKey.of(metadata.title()) + "\n" + TitleKey.of(metadata.abstractText());
        String id = PaperId.shortNameFor(text).name();
        return isFree(id) ? id : PaperId.shortNameFor(text + "\n" + number).name();
    }

    private boolean isFree(String id) {
        return transaction.number("select number from paper where id = ?", id).isEmpty();
    }

    private static @Nullable String category(Metadata metadata) {
        String category = metadata.primaryCategory();
        return category == null || category.length() > LONGEST_CATEGORY ? null : category;
    }

    private static @Nullable String day(Metadata metadata) {
        PartialDate day = metadata.day();
        return day == null ? null : day.text();
    }
}
