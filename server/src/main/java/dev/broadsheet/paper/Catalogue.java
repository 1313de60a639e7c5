package dev.broadsheet.paper;

import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All papers of an installation; the truth that every index follows. Thread-safe. Each method sees
 * one consistent state.
 */
public final class Catalogue {
    private static final List<PaperReference> OWN = List.of(
            PaperReference.moved("identifier", "paper"),
            PaperReference.dropped("count_change", "paper", "the paper itself changed since"),
            PaperReference.dropped("community_count", "paper", "the survivor's are counted anew"),
            PaperReference.moved("count_mark", "paper"),
            PaperReference.kept("paper_event", "paper", "the writer numbers them anew behind the survivor's"),
            PaperReference.kept("appearance", "paper", "of two on one list the writer lets the better stand"),
            PaperReference.kept("paper", "merged_into", "who reads follows a chain of merges to its end"));

    private final Database database;
    private final List<PaperReference> references;

    /** A catalogue beside which no other room keeps anything of papers, as tests need it. */
    public Catalogue(Database database) {
        this(database, List.of());
    }

    /** @param rooms the columns of all other rooms that point at papers */
    public Catalogue(Database database, List<PaperReference> rooms) {
        this.database = database;
        this.references = Stream.concat(OWN.stream(), rooms.stream()).toList();
    }

    /** Every column that points at a paper, this room's own first. */
    public List<PaperReference> references() {
        return references;
    }

    /**
     * The paper with this address or any written form of any of its identifiers. A paper that was
     * merged into another is answered with that one.
     */
    public Optional<Paper> find(String address) {
        return database.read(sql -> {
            Optional<Long> number = PaperRows.numberOf(sql, address);
            return number.flatMap(found -> PaperRows.paper(sql, found));
        });
    }

    /** The papers with these numbers, in the order asked for; those that are gone are left out. */
    public List<Paper> papers(List<Long> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<Long, Paper> found = new HashMap<>();
        for (Paper paper : database.read(sql -> PaperRows.papers(sql, numbers))) {
            found.put(paper.number(), paper);
        }
        List<Paper> ordered = new ArrayList<>(found.size());
        for (Long number : numbers) {
            Paper paper = found.get(number);
            if (paper != null) {
                ordered.add(paper);
            }
        }
        return ordered;
    }

    /**
     * At most {@code limit} changes with numbers above the one that a follower has reached, in the
     * order of their numbers; empty at the end. Each call tells of a paper once, in its latest state:
     *
     * <ul>
     *   <li>{@link Change.Merged} where it is gone,
     *   <li>{@link Change.Described} where more than its counts changed since the given number, even if
     *       its counts changed after that; what else belongs to the paper (lists, sources, vectors) is
     *       read after this call, so that it is no older,
     *   <li>{@link Change.Counted} where the follower has all of the paper but its latest counts.
     * </ul>
     *
     * <p>A follower takes the changes in in this order and keeps, together with what it makes of them,
     * the number of the last one; it may stop after any of them. It then holds every paper in its
     * latest state but for those it will yet be told of, and after the last page its number is {@link
     * #latestRevision}. Taking a change in twice does no harm, so a crash at any point repeats work
     * and loses none. A follower may be told of counts that a {@link Change.Described} read by an
     * earlier call held already; one that began at 0 may leave out every {@link Change.Counted} whose
     * number is not above the {@link #latestRevision} it read before its first call.
     *
     * @param revision the last number the follower has taken in, 0 for one that begins
     */
    public List<Change> changesAfter(long revision, int limit) {
        return database.read(sql -> ChangeRows.after(sql, revision, limit));
    }

    /**
     * At most {@code limit} changes with numbers above one, in the order of their numbers: which papers a follower is to
     * look at that needs neither their descriptions nor to be told what changed. A paper that was merged is followed by
     * the one that it was merged into; some may be told of twice.
     *
     * @param revision the number of the last one that the follower has looked at, 0 for one that begins
     */
    public List<ChangedPaper> changedAfter(long revision, int limit) {
        return database.read(sql -> ChangeRows.changedAfter(sql, revision, limit));
    }

    /** The number of the last change, 0 for an empty catalogue. */
    public long latestRevision() {
        return database.read(
                sql -> sql.sql("select latest from revision").query(Long.class).single());
    }

    /** How many papers the catalogue holds. */
    public long size() {
        return database.read(sql -> sql.sql("select count(*) from paper where merged_into is null")
                .query(Long.class)
                .single());
    }

    /** Numbers of the papers with the most recent day, latest first. */
    public List<Long> latest(int limit) {
        return database.read(sql -> sql.sql(
                        "select number from paper where merged_into is null and day is not null order by day desc, number desc limit ?")
                .param(limit)
                .query(Long.class)
                .list());
    }

    /** The lists each of these papers has stood on, earliest first; papers without any are left out. */
    public Map<Long, List<Appearance>> appearances(Collection<Long> numbers) {
        return database.read(sql -> AppearanceRows.of(sql, numbers));
    }

    /** Of each of these papers the {@linkplain Appearance#best best} appearance; papers without any are left out. */
    public Map<Long, Appearance> bestAppearances(Collection<Long> numbers) {
        Map<Long, Appearance> best = new HashMap<>();
        appearances(numbers).forEach((number, all) -> {
            Appearance first = Appearance.best(all);
            if (first != null) {
                best.put(number, first);
            }
        });
        return best;
    }

    /**
     * What is counted of each of these papers, on imported lists and here together; papers of which nothing is counted
     * are left out. What the community did in the last second may be missing, see {@link CommunityCounts}.
     */
    public Map<Long, PaperCounts> counts(Collection<Long> numbers) {
        return database.read(sql -> CountRows.of(sql, numbers));
    }

    /** Who stood on any list from one day to another, both included, by day, then list, then position. */
    public List<ListedPaper> listed(LocalDate from, LocalDate until) {
        return database.read(sql -> AppearanceRows.between(sql, from, until));
    }

    /** The numbers of all papers that stood on any list, in order. */
    public List<Long> listedPapers() {
        return database.read(AppearanceRows::papers);
    }

    /** The days on which any list has papers, in order, with how many there are. */
    public List<ListDay> listDays() {
        return database.read(AppearanceRows::days);
    }

    /** What changed about a paper since it was first here, earliest first. */
    public List<PaperEvent> events(long paper) {
        return database.read(sql -> EventRows.of(sql, paper));
    }

    /** The names of the sources that know each of these papers. */
    public Map<Long, Set<String>> sources(Collection<Long> numbers) {
        Map<Long, Set<String>> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            database.read(sql -> {
                sql.sql("select paper, source from source_record where paper in (:papers)")
                        .param("papers", numbers)
                        .query(row -> {
                            found.computeIfAbsent(row.getLong("paper"), paper -> new TreeSet<>())
                                    .add(row.getString("source"));
                        });
                return found;
            });
        }
        return found;
    }

    /** When each of these papers came here; those that are gone are left out. */
    public Map<Long, Instant> addedAt(Collection<Long> numbers) {
        Map<Long, Instant> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            database.read(sql -> {
                sql.sql("select number, added_at from paper where number in (:papers) and merged_into is null")
                        .param("papers", numbers)
                        .query(row -> {
                            found.put(row.getLong("number"), Instant.parse(row.getString("added_at")));
                        });
                return found;
            });
        }
        return found;
    }

    /** The primary category of each of these papers; papers without one are left out. */
    public Map<Long, String> primaryCategories(Collection<Long> numbers) {
        Map<Long, String> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            database.read(sql -> {
                sql.sql("select number, category from paper where number in (:papers) and category is not null")
                        .param("papers", numbers)
                        .query(row -> {
                            found.put(row.getLong("number"), row.getString("category"));
                        });
                return found;
            });
        }
        return found;
    }

    /** How many papers each source knows, the most first. */
    public Map<String, Long> sizeBySource() {
        return tally("""
                select source as name, count(distinct paper) as papers from source_record
                group by source order by papers desc, source""");
    }

    /** How many papers have each primary category, the most first; at most {@code most} categories. */
    public Map<String, Long> sizeByCategory(int most) {
        return tally("""
                select category as name, count(*) as papers from paper
                where merged_into is null and category is not null
                group by category order by papers desc, category limit""" + " " + most);
    }

    private Map<String, Long> tally(String query) {
        Map<String, Long> found = new LinkedHashMap<>();
        return database.read(sql -> {
            sql.sql(query).query(row -> {
                found.put(row.getString("name"), row.getLong("papers"));
            });
            return found;
        });
    }

    /**
     * Runs the work in one transaction, as {@link Database#write} does. The catalogue has one writer at a
     * time on every database; who changes no paper uses {@link Database#write} and does not wait for it.
     */
    public <T> T write(Function<CatalogueWriter, T> work) {
        return database.writeInTurn(transaction -> {
            Revisions revisions = Revisions.lock(transaction);
            T result = work.apply(new CatalogueWriter(transaction, revisions, references));
            revisions.save();
            return result;
        });
    }

    /**
     * For a room that writes rows about a paper in a transaction of its own: which paper to name in them, and that no
     * merge of that paper commits before the transaction ends. So the rows are there when the merge applies the {@link
     * PaperReference references}, or are written for the survivor. To be called before the transaction writes such
     * rows. On PostgreSQL it waits for a merge of the paper under way, for nothing else of an import.
     *
     * <p>One paper in a transaction: two such transactions and a merge could wait for each other in a circle, which
     * PostgreSQL ends by an error in one of them. Who writes about several papers at once uses {@link #write}, where
     * nothing needs to be held.
     *
     * @param transaction of {@link Database#write}
     * @return the paper's number, or that of the paper it was merged into; empty if there never was one
     */
    public Optional<Long> hold(Transaction transaction, long paper) {
        return PaperLocks.hold(transaction, paper);
    }

    /**
     * For a room that writes about many papers at once in a transaction of its own: that no paper is merged before the
     * transaction ends. On PostgreSQL it waits for an import's transaction under way, and the next one waits for this.
     * To be called before the transaction writes any row about a paper.
     *
     * @param transaction of {@link Database#write}
     */
    public void holdAll(Transaction transaction) {
        Revisions.lock(transaction);
    }

    /**
     * That the community's votes or comments of a paper change in this transaction, or who they are of, or who put the
     * paper on a list. They are counted anew a moment after it commits, see {@link CommunityCounts}, and whoever follows
     * the changes looks at the paper again even where the numbers are the same. Cheap; waits for nobody.
     *
     * @param paper as {@link #hold} named it
     */
    public void countAnew(Transaction transaction, long paper) {
        CountRows.mark(transaction, paper);
    }

    /** For the rooms that keep tables of their own beside the catalogue's. */
    public Database database() {
        return database;
    }
}
