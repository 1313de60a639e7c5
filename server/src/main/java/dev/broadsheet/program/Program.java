package dev.broadsheet.program;

import dev.broadsheet.account.Moderation;
import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.PersonalData;
import dev.broadsheet.account.Role;
import dev.broadsheet.account.Sessions;
import dev.broadsheet.account.Throttle;
import dev.broadsheet.authorship.Authorship;
import dev.broadsheet.daily.Circle;
import dev.broadsheet.daily.Daily;
import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.daily.DailyLists;
import dev.broadsheet.daily.Standing;
import dev.broadsheet.database.Database;
import dev.broadsheet.discussion.Discussion;
import dev.broadsheet.following.Follows;
import dev.broadsheet.ingest.Enrichment;
import dev.broadsheet.ingest.Ingest;
import dev.broadsheet.ingest.Ledger;
import dev.broadsheet.ingest.SinglePapers;
import dev.broadsheet.ingest.Split;
import dev.broadsheet.ingest.Sync;
import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.installation.ProgramVersion;
import dev.broadsheet.installation.SettingInForce;
import dev.broadsheet.installation.SettingsReader;
import dev.broadsheet.jobs.Job;
import dev.broadsheet.jobs.Schedule;
import dev.broadsheet.mail.MailQueue;
import dev.broadsheet.ops.MetricsPage;
import dev.broadsheet.ops.SourceReport;
import dev.broadsheet.ops.StatusReport;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.CommunityCounts;
import dev.broadsheet.room.Room;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.search.SearchRoom;
import dev.broadsheet.site.Edition;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.Site;
import dev.broadsheet.site.SiteAddress;
import dev.broadsheet.source.LiveSources;
import dev.broadsheet.source.types.SourceTypes;
import dev.broadsheet.trending.Trending;
import dev.broadsheet.trending.TrendingSources;
import dev.broadsheet.vote.Rings;
import dev.broadsheet.vote.Votes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An opened installation: its folder, settings, database and catalogue, and whatever more of its rooms is asked for.
 * Rooms open in the order in which they are asked for, and close in the other. Used by one thread; what it hands out
 * is thread-safe.
 */
public final class Program implements AutoCloseable {
    private final DataFolder folder;
    private final ProgramOptions options;
    private final ProgramSettings settings;
    private final List<SettingInForce> settingsInForce;
    private final List<Function<Program, Room>> openers;
    private final LiveSources sources;
    private final Database database;
    private final Catalogue catalogue;
    private final Authorship authorship;
    private final Votes votes;
    private final Daily daily;
    private final Discussion discussion;

    /** The edition's clock: its zone decides which day is today for readers. */
    private final Clock clock;

    /** The clock of sources and ledgers, whose days are those of Greenwich everywhere. */
    private final Clock utc;

    private final Throttle throttle;
    private final MailQueue mails;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable SearchRoom search;
    private @Nullable PaperSearch searching;
    private @Nullable Trending trending;
    private @Nullable List<Room> rooms;

    private Program(DataFolder folder, ProgramOptions options) {
        this.folder = folder;
        this.options = options;
        this.utc = options.clock().withZone(ZoneOffset.UTC);
        try {
            SettingsReader reader = SettingsReader.of(folder, options.environment());
            settings = ProgramSettings.read(reader, options.clock().getZone());
            openers = Contents.read(reader);
            LiveSources named = opened(SourceTypes.read(reader, ProgramVersion.current(), utc));
            reader.finish();
            settingsInForce = reader.inForce();
            LiveSources given = options.sources();
            sources = given == null ? named : opened(given);
            database = opened(Database.open(folder, settings.database()));
        } catch (RuntimeException e) {
            try {
                close();
            } catch (RuntimeException unclosed) {
                e.addSuppressed(unclosed);
            }
            throw e;
        }
        this.clock = options.clock().withZone(settings.edition().zone());
        this.throttle = new Throttle(clock);
        this.mails = new MailQueue(database, clock);
        this.catalogue = new Catalogue(database, Contents.references());
        this.authorship = new Authorship(catalogue, new People(database, clock), clock);
        this.votes = new Votes(catalogue, new People(database, clock), authorship::authors, clock);
        authorship.tell(votes::recount);
        this.daily = opened(new Daily(catalogue, people(), settings.edition(), this::standing, clock));
        this.discussion = new Discussion(
                settings.discussion(),
                catalogue,
                people(),
                authorship,
                daily.submissions()::submittersOf,
                new AccountSuspension(this),
                throttle,
                clock);
    }

    /**
     * Opens the installation in a folder, beginning a new one where there is none.
     *
     * @throws OperatorException if the folder, its settings or its catalogue cannot be used
     */
    public static Program open(Path path) {
        return open(path, ProgramOptions.usual());
    }

    /** The same with these options. */
    public static Program open(Path path, ProgramOptions options) {
        return new Program(DataFolder.open(path), options);
    }

    /**
     * Opens an installation to look at it or to change what is there, never to begin one: a mistyped folder is told.
     */
    public static Program openExisting(Path path) {
        requireExisting(path);
        return open(path);
    }

    /** @throws OperatorException if there is no such folder */
    public static void requireExisting(Path path) {
        if (!Files.isDirectory(path)) {
            throw new OperatorException(
                    "There is no folder " + path.toAbsolutePath().normalize()
                            + ". Name the data folder with --data or BROADSHEET_DATA; import, serve and user create begin a new one.");
        }
    }

    public DataFolder folder() {
        return folder;
    }

    public Database database() {
        return database;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public LiveSources sources() {
        return sources;
    }

    /** Every setting as it is used, without what must not be shown. */
    List<SettingInForce> settingsInForce() {
        return settingsInForce;
    }

    ProgramSettings settings() {
        return settings;
    }

    /** The clock whose zone is the edition's. */
    public Clock clock() {
        return clock;
    }

    /** The clock in whose zone the days of sources and ledgers lie. */
    Clock utc() {
        return utc;
    }

    public People people() {
        return new People(database, clock);
    }

    /** The one for all rooms, whose actions have names of their own. */
    public Throttle throttle() {
        return throttle;
    }

    /** What those who run the place do with accounts. */
    public Moderation moderation() {
        return new Moderation(database, clock, address(), settings.edition().name(), mails, this::personalData);
    }

    /** Mails to send. */
    public MailQueue mails() {
        return mails;
    }

    /** Where readers find the site. */
    public SiteAddress address() {
        return settings.address();
    }

    /** What every room keeps of people; no room is opened for it. */
    List<PersonalData> personalData() {
        return Contents.personalData(this);
    }

    public Sessions sessions() {
        return new Sessions(database, clock);
    }

    /** Who wrote which paper; one for all, because it knows who is to be told of changes. */
    public Authorship authorship() {
        return authorship;
    }

    public Follows follows() {
        return new Follows(database, people(), clock);
    }

    /** The votes for papers; one for all, as authorship tells it of changes. */
    public Votes votes() {
        return votes;
    }

    /** What people say about papers. */
    public Discussion discussion() {
        return discussion;
    }

    /** Reports of accounts that vote together. */
    public Rings rings() {
        return new Rings(database, utc);
    }

    /** What carries the community's votes and comments into the catalogue's counts. */
    public CommunityCounts communityCounts() {
        return new CommunityCounts(catalogue, votes, discussion.comments()::counts);
    }

    public Ledger ledger() {
        return new Ledger(database, utc);
    }

    public Ingest ingest() {
        return new Ingest(catalogue, folder.rejects(), utc);
    }

    public Sync sync() {
        return new Sync(ingest(), ledger(), database, utc);
    }

    public DailyLists lists() {
        return daily.lists();
    }

    /** Editions, submissions, and the lists of all editions. */
    public Daily daily() {
        return daily;
    }

    SinglePapers singlePapers() {
        return new SinglePapers(ingest(), sources, utc);
    }

    /** The order of what has been rising. */
    public Trending trending() {
        Trending known = trending;
        if (known == null) {
            known = opened(new Trending(
                    new TrendingSources(catalogue, votes, discussion.comments(), authorship, daily.submissions()),
                    settings.trending(),
                    clock));
            trending = known;
        }
        return known;
    }

    public Enrichment enrichment() {
        return new Enrichment(ingest(), database, utc);
    }

    public Split split() {
        return new Split(catalogue, utc);
    }

    /** The search that keeps its index up to date but embeds nothing, as commands need it. */
    public SearchRoom indexing() {
        return search(SearchRoom.Options.INDEXING);
    }

    /** The search as a server needs it, which embeds too. */
    public SearchRoom serving() {
        return search(SearchRoom.Options.serving(settings.search().embeddingThreads()));
    }

    /** The search for looking only. */
    public SearchRoom reading() {
        return search(SearchRoom.Options.READING);
    }

    /** What the pages search with: the index, unless the options say otherwise. */
    PaperSearch searching() {
        PaperSearch known = searching;
        if (known == null) {
            Function<Catalogue, PaperSearch> given = options.search();
            known = given != null ? given.apply(catalogue) : search != null ? search : serving();
            searching = known;
        }
        return known;
    }

    /** Every room, opened. */
    private List<Room> rooms() {
        List<Room> known = rooms;
        if (known == null) {
            // Before the rooms that search, so that it is closed after them.
            searching();
            // One by one, so that those before one that fails are closed.
            known = openers.stream().map(opener -> opened(opener.apply(this))).toList();
            rooms = known;
        }
        return known;
    }

    /** What is loaded, how far the followers have come, what the sources announced, and what else the rooms say. */
    public StatusReport status() {
        LocalDate today = LocalDate.now(utc);
        Ledger ledger = ledger();
        return StatusReport.of(
                folder,
                catalogue,
                searching().state(),
                sources.all().stream()
                        .map(source -> SourceReport.lastWeeks(source, ledger, today))
                        .toList(),
                sources.hosts(),
                rooms().stream().flatMap(room -> room.status().stream()).toList());
    }

    /**
     * Starts the pages and the API; they are closed with the program.
     *
     * @param host the address to listen at: {@code localhost}, or {@code 0.0.0.0} for every interface
     * @param port to listen on; 0 for any free one
     */
    public Site serve(String host, int port) {
        List<Endpoints> endpoints = new ArrayList<>();
        rooms().forEach(room -> endpoints.addAll(room.endpoints()));
        endpoints.add(new MetricsPage(
                rooms().stream().flatMap(room -> room.meters().stream()).toList()));
        Site site =
                opened(Site.start(host, port, () -> masthead(daily.editions().standard()), endpoints));
        address().servedAt("http://localhost:" + site.port());
        return site;
    }

    /** What the community makes of papers, as the lists of an edition weigh it. */
    private Map<Long, Standing.Counts> standing(DailyEdition edition, Collection<Long> papers) {
        Map<Long, Integer> voted = new HashMap<>();
        if (edition.access().voters() == Circle.CURATORS) {
            Set<Long> voters = Stream.concat(edition.curators().stream(), people().thoseWhoMay(Role.CURATOR).stream())
                    .filter(edition::mayVote)
                    .map(Person::number)
                    .collect(Collectors.toSet());
            voted.putAll(votes.countedOf(voters, papers));
        } else {
            votes.counts(papers).forEach((paper, count) -> voted.put(paper, count.counted()));
        }
        Map<Long, Integer> said = discussion.comments().counts(papers);
        Map<Long, Standing.Counts> counts = new HashMap<>();
        for (Long paper : papers) {
            counts.put(paper, new Standing.Counts(voted.getOrDefault(paper, 0), said.getOrDefault(paper, 0)));
        }
        return counts;
    }

    private static Edition masthead(DailyEdition edition) {
        return new Edition(edition.name(), edition.byline().isEmpty() ? Edition.DEFAULT.subtitle() : edition.byline());
    }

    /** Starts what rooms do by themselves while a server runs, their jobs too; it is stopped with the program. */
    public void startJobs() {
        rooms().forEach(Room::start);
        List<Job> jobs = rooms().stream().flatMap(room -> room.jobs().stream()).toList();
        opened(Schedule.start(database, jobs, utc));
    }

    /** Closes what was opened, the last first; what cannot be closed does not keep the others from it. */
    @Override
    public void close() {
        RuntimeException failure = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = new IllegalStateException("Broadsheet could not be closed as it should", e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private SearchRoom search(SearchRoom.Options searchOptions) {
        if (search == null) {
            search = opened(SearchRoom.open(folder, catalogue, utc, searchOptions));
        }
        return search;
    }

    private <T extends AutoCloseable> T opened(T room) {
        if (!opened.contains(room)) {
            opened.push(room);
        }
        return room;
    }
}
