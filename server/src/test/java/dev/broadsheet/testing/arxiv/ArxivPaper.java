package dev.broadsheet.testing.arxiv;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A paper with all that ever happens to it. Immutable.
 *
 * @param id without a version
 * @param stages by day, one a day at most; the first is its announcement
 */
public record ArxivPaper(String id, List<Stage> stages) {
    public ArxivPaper {
        stages = List.copyOf(stages);
    }

    /** What makes a paper's record change. */
    public enum Event {
        NEW,
        /** A new version, a withdrawal for instance. */
        REPLACEMENT,
        /** Moved or added to other categories. */
        CROSS,
        /** Something that no listing mentions: a DOI added. */
        SILENT
    }

    /**
     * What arXiv says of the paper from a day on.
     *
     * @param day the date of the listing, and the record's datestamp from then on
     */
    public record Stage(LocalDate day, Event event, Description said) {}

    /** An author's name as arXiv divides it; forenames may be empty. */
    public record Name(String forenames, String key) {
        String whole() {
            return forenames.isEmpty() ? key : forenames + " " + key;
        }
    }

    /**
     * @param categories the primary one first
     * @param versions when each was submitted
     * @param comments may be empty
     * @param doi may be empty
     */
    public record Description(
            String title,
            String summary,
            List<Name> authors,
            List<String> categories,
            List<Instant> versions,
            String comments,
            String doi,
            boolean withdrawn) {
        public Description {
            authors = List.copyOf(authors);
            categories = List.copyOf(categories);
            versions = List.copyOf(versions);
        }
    }

    /** What is said of it once the listing of the given date is out. */
    Stage at(LocalDate day) {
        Stage last = stages.getFirst();
        for (Stage stage : stages) {
            if (!stage.day().isAfter(day)) {
                last = stage;
            }
        }
        return last;
    }
}
