package dev.broadsheet.program;

import dev.broadsheet.api.ApiEndpoints;
import dev.broadsheet.daily.DailyLists;
import dev.broadsheet.ingest.Announcements;
import dev.broadsheet.ops.SourceJobs;
import dev.broadsheet.room.Room;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.search.SearchMeters;
import dev.broadsheet.web.WebPages;
import java.util.List;

/** The table of contents. */
final class Contents {
    private Contents() {}

    /** The rooms of a server, in the order in which their links stand on a page. A new room is one line here. */
    static List<Room> rooms(Program program, PaperSearch search) {
        DailyLists lists = new DailyLists(program.catalogue(), new Announcements(program.database()), program.clock());
        return List.of(
                new SourceJobs(
                        program.sources(), program.sync(), program.enrichment(), program.ledger(), program.utc()),
                new SearchMeters(search),
                new WebPages(new WebPages.Parts(
                        program::status,
                        program.catalogue(),
                        search,
                        lists,
                        program.clock(),
                        program.sources().all(),
                        program.ledger())),
                new ApiEndpoints(program.catalogue(), lists, search, program.clock()));
    }
}
