package dev.broadsheet.daily;

import dev.broadsheet.account.Audit;
import dev.broadsheet.account.People;
import dev.broadsheet.ingest.Announcements;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.PaperReference;
import dev.broadsheet.room.Room;
import dev.broadsheet.room.StatusLine;
import java.time.Clock;
import java.util.List;

/** The room of editions and their lists. Thread-safe. */
public final class Daily implements Room {
    /** Which columns of this room's tables point at papers. */
    public static final List<PaperReference> PAPERS = List.of(
            PaperReference.folded("submission", "paper", "edition"),
            PaperReference.moved("curation_log", "paper"),
            PaperReference.folded("list_entry", "paper", "edition", "day"));

    private final Editions editions;
    private final Submissions submissions;
    private final Curation curation;
    private final Visits visits;
    private final DailyLists.Parts parts;

    /**
     * @param standing what the community makes of papers
     * @param clock tells which moment it is
     */
    public Daily(Catalogue catalogue, People people, EditionSettings settings, Standing standing, Clock clock) {
        editions = new Editions(catalogue.database(), people, settings, new Audit(clock));
        submissions = new Submissions(catalogue, people, settings.limits(), clock);
        curation = new Curation(catalogue, people, clock);
        visits = new Visits(catalogue.database(), clock);
        parts = new DailyLists.Parts(
                catalogue, new Announcements(catalogue.database()), submissions, standing, people, clock);
    }

    public Editions editions() {
        return editions;
    }

    public Submissions submissions() {
        return submissions;
    }

    public Curation curation() {
        return curation;
    }

    public Visits visits() {
        return visits;
    }

    /** The lists of the default edition. */
    public DailyLists lists() {
        return new DailyLists(parts, editions::standard);
    }

    /** The lists of an edition as it is now. */
    public DailyLists lists(DailyEdition edition) {
        return new DailyLists(parts, () -> edition);
    }

    @Override
    public List<StatusLine> status() {
        int number = editions.all().size();
        return number == 1 ? List.of() : List.of(new StatusLine("Editions", number + " editions"));
    }
}
