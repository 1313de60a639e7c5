package dev.broadsheet.program;

import dev.broadsheet.account.AccountSettings;
import dev.broadsheet.account.Accounts;
import dev.broadsheet.account.Credentials;
import dev.broadsheet.account.PersonalData;
import dev.broadsheet.admin.AdminPages;
import dev.broadsheet.api.ApiEndpoints;
import dev.broadsheet.authorship.Authorship;
import dev.broadsheet.daily.Daily;
import dev.broadsheet.daily.DailyData;
import dev.broadsheet.discussion.Comments;
import dev.broadsheet.ingest.IngestTables;
import dev.broadsheet.installation.SettingsReader;
import dev.broadsheet.mail.MailRoom;
import dev.broadsheet.mail.MailSettings;
import dev.broadsheet.ops.SourceJobs;
import dev.broadsheet.paper.PaperReference;
import dev.broadsheet.room.Room;
import dev.broadsheet.search.SearchMeters;
import dev.broadsheet.search.SearchTables;
import dev.broadsheet.vote.VoteData;
import dev.broadsheet.vote.VoteRoom;
import dev.broadsheet.vote.Votes;
import dev.broadsheet.web.WebPages;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The table of contents. */
final class Contents {
    /** The rooms, in the order in which their links stand on a page. A new room is one line here. */
    private static final List<Chapter> CHAPTERS = List.of(
            Chapter.of(
                    MailSettings::read,
                    (settings, program) -> new MailRoom(
                            settings, program.mails(), program.folder().outbox())),
            Chapter.of(
                    AccountSettings::read,
                    (settings, program) -> new Accounts(
                            settings,
                            new Accounts.Parts(
                                    program.database(),
                                    program.clock(),
                                    program.throttle(),
                                    program.mails(),
                                    program.address(),
                                    program.settings().edition().name(),
                                    program.moderation(),
                                    program::personalData))),
            Chapter.of(
                            AccountSettings::read,
                            (settings, program) -> new Credentials(
                                    settings,
                                    program.database(),
                                    program.people(),
                                    program.sessions(),
                                    program.throttle(),
                                    program.address(),
                                    program.clock()))
                    .keeping(
                            program -> Credentials.personalData(program.database(), program.people(), program.clock())),
            // The first that keeps something of people about papers: it holds all papers for the others.
            Chapter.of(program -> new VoteRoom(program.rings(), program.communityCounts()))
                    .pointingAtPapers(Votes.PAPERS)
                    .keeping(program -> new VoteData(program.votes(), program.catalogue())),
            Chapter.of(Program::authorship)
                    .pointingAtPapers(Authorship.PAPERS)
                    .keeping(program -> program.authorship().personalData()),
            Chapter.of(Program::follows).keeping(Program::follows),
            Chapter.of(Program::discussion)
                    .pointingAtPapers(Comments.PAPERS)
                    .keeping(program -> program.discussion().personalData()),
            Chapter.of(program -> new SourceJobs(
                            program.sources(), program.sync(), program.enrichment(), program.ledger(), program.utc()))
                    .pointingAtPapers(IngestTables.PAPERS),
            Chapter.of(Program::daily)
                    .pointingAtPapers(Daily.PAPERS)
                    .keeping(program -> new DailyData(program.catalogue())),
            Chapter.of(program -> new SearchMeters(program.searching())).pointingAtPapers(SearchTables.PAPERS),
            Chapter.of(Program::trending),
            Chapter.of(program -> new WebPages(new WebPages.Parts(
                    program::status,
                    program.catalogue(),
                    program.searching(),
                    program.daily(),
                    program.trending(),
                    program.singlePapers(),
                    program.throttle(),
                    program.clock(),
                    program.sources().all(),
                    program.ledger(),
                    program.people(),
                    program.authorship(),
                    program.discussion(),
                    program.follows(),
                    program.votes(),
                    program.rings()))),
            Chapter.of(program -> new ApiEndpoints(new ApiEndpoints.Parts(
                    program.catalogue(),
                    program.lists(),
                    program.trending(),
                    program.searching(),
                    program.votes(),
                    program.discussion(),
                    program.throttle(),
                    program.clock()))),
            Chapter.of(program -> new AdminPages(
                    program.database(),
                    program.settingsInForce(),
                    program.moderation(),
                    program.people(),
                    program.clock())));

    private Contents() {}

    /** Reads the settings of every room, and returns what opens the rooms. */
    static List<Function<Program, Room>> read(SettingsReader settings) {
        return CHAPTERS.stream()
                .map(chapter -> chapter.settings().apply(settings))
                .toList();
    }

    /** The columns of all rooms' tables that hold numbers of papers. */
    static List<PaperReference> references() {
        return CHAPTERS.stream()
                .flatMap(chapter -> chapter.references().stream())
                .toList();
    }

    /** What rooms keep of people. */
    static List<PersonalData> personalData(Program program) {
        return CHAPTERS.stream()
                .map(Chapter::personalData)
                .filter(Objects::nonNull)
                .map(data -> data.apply(program))
                .toList();
    }
}
