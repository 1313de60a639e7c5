package dev.broadsheet.ops;

import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.installation.Json;
import dev.broadsheet.installation.ProgramVersion;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.ListDay;
import dev.broadsheet.room.StatusLine;
import dev.broadsheet.search.SearchState;
import dev.broadsheet.source.HostState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an installation holds, how far its followers have come, and how large it has grown.
 *
 * @param papers how many the catalogue holds
 * @param papersBySource how many each source knows, the most first; a paper may count for several
 * @param papersByCategory how many have each primary category, the most first; the twenty largest
 * @param search how far the index and the embedding have come
 * @param sources what each live source announced in the last four weeks against what is held
 * @param hosts how it stands with the hosts they ask
 * @param rooms what else the rooms say of themselves
 */
public record StatusReport(
        String version,
        long papers,
        Map<String, Long> papersBySource,
        Map<String, Long> papersByCategory,
        Lists lists,
        SearchState search,
        Progress embedding,
        Sizes sizes,
        List<SourceReport> sources,
        List<HostState> hosts,
        List<StatusLine> rooms) {
    /** How many days the ledger is told of, today included. */
    public static final int LEDGER_DAYS = 28;

    private static final int LARGEST_CATEGORIES = 20;

    public StatusReport {
        papersBySource = new LinkedHashMap<>(papersBySource);
        papersByCategory = new LinkedHashMap<>(papersByCategory);
        sources = List.copyOf(orNone(sources));
        hosts = List.copyOf(orNone(hosts));
        rooms = List.copyOf(orNone(rooms));
    }

    // A server of an earlier version, asked for its status, may write none of them.
    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /**
     * The daily lists.
     *
     * @param days how many days have one
     * @param entries how many places there are on all of them together
     */
    public record Lists(
            int days,
            long entries,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    /**
     * How far the embedding is.
     *
     * @param percent 0 to 100, rounded down; 100 where nothing waits
     * @param secondsLeft at the present rate; null while the rate is not known or nothing waits
     */
    public record Progress(
            int percent, double papersPerSecond, @Nullable Long secondsLeft) {
        static Progress of(SearchState state) {
            long all = state.embedded() + state.waiting();
            int percent = all == 0 || state.waiting() == 0 ? 100 : (int) (100 * state.embedded() / all);
            boolean known = state.waiting() > 0 && state.embeddedPerSecond() > 0;
            Long left = known ? Long.valueOf((long) Math.ceil(state.waiting() / state.embeddedPerSecond())) : null;
            return new Progress(percent, state.embeddedPerSecond(), left);
        }
    }

    /**
     * What is taken on disk, in bytes.
     *
     * @param catalogue the database file with its write-ahead log
     * @param perPaper catalogue and index together, divided by the papers; 0 without papers
     */
    public record Sizes(long catalogue, long index, long perPaper) {}

    /** Looks at an installation. */
    public static StatusReport of(
            DataFolder folder,
            Catalogue catalogue,
            SearchState search,
            List<SourceReport> sources,
            List<HostState> hosts,
            List<StatusLine> rooms) {
        long papers = catalogue.size();
        List<ListDay> days = catalogue.listDays();
        Lists lists = new Lists(
                days.size(),
                days.stream().mapToLong(ListDay::papers).sum(),
                days.isEmpty() ? null : days.getFirst().day(),
                days.isEmpty() ? null : days.getLast().day());
        long catalogueBytes = catalogueBytes(folder.catalogue());
        long perPaper = papers == 0 ? 0 : (catalogueBytes + search.indexBytes()) / papers;
        return new StatusReport(
                ProgramVersion.current(),
                papers,
                catalogue.sizeBySource(),
                catalogue.sizeByCategory(LARGEST_CATEGORIES),
                lists,
                search,
                Progress.of(search),
                new Sizes(catalogueBytes, search.indexBytes(), perPaper),
                sources,
                hosts,
                rooms);
    }

    /** The report as one JSON object; the same for the command line and the status page. */
    public String json() {
        return Json.WITHOUT_NULLS.writeValueAsString(this);
    }

    /** One source's report in the same form. */
    public static String json(SourceReport source) {
        return Json.WITHOUT_NULLS.writeValueAsString(source);
    }

    /** Reads what {@link #json} wrote. */
    public static StatusReport read(String json) {
        return Json.WITHOUT_NULLS.readValue(json, StatusReport.class);
    }

    private static long catalogueBytes(Path file) {
        long bytes = 0;
        for (String suffix : List.of("", "-wal", "-shm")) {
            bytes += DataFolder.sizeOf(file.resolveSibling(file.getFileName() + suffix));
        }
        return bytes;
    }
}
