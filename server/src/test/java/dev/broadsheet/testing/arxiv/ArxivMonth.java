package dev.broadsheet.testing.arxiv;

import dev.broadsheet.testing.arxiv.ArxivPaper.Description;
import dev.broadsheet.testing.arxiv.ArxivPaper.Event;
import dev.broadsheet.testing.arxiv.ArxivPaper.Name;
import dev.broadsheet.testing.arxiv.ArxivPaper.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Invents some weeks of arXiv: papers in four categories and their neighbours, cross-lists,
 * replacements, withdrawals, papers that moderators held, papers from years before that come back
 * with a new version. The same seed gives the same papers.
 */
public final class ArxivMonth {
    /** The categories that somebody follows; a paper that stands in one of them stays in one. */
    public static final List<String> FOLLOWED = List.of("cs.AI", "cs.CL", "cs.LG", "stat.ML");

    private static final List<String> NEIGHBOURS = List.of("cs.CV", "math.OC", "hep-th", "q-bio.NC");

    private final Random random;
    private final LocalDate last;
    private final ArxivDays days;
    private final ArxivWords words;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Stage> submitted = new ArrayList<>();
    private final List<ArxivPaper> papers = new ArrayList<>();

    private ArxivMonth(long seed, LocalDate last, ArxivDays days) {
        this.random = new Random(seed);
        this.last = last;
        this.days = days;
        this.words = new ArxivWords(random);
    }

    /**
     * @param first the first day of submissions
     * @param last the date of the last listing
     * @param perDay how many papers are submitted on a working day, half as many more at most
     */
    public static ArxivList generate(long seed, LocalDate first, LocalDate last, int perDay, ArxivDays days) {
        ArxivMonth month = new ArxivMonth(seed, last, days);
        month.revivals(first, perDay);
        for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
            month.submissions(day, perDay);
        }
        month.number();
        return new ArxivList(days, month.papers);
    }

    private void submissions(LocalDate day, int perDay) {
        int most = day.getDayOfWeek().getValue() > 5 ? perDay / 4 : perDay;
        int count = most + random.nextInt(most / 2 + 1);
        for (int i = 0; i < count; i++) {
            Instant instant = day.atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60))
                    .atZone(ArxivDays.ZONE)
                    .toInstant();
            LocalDate announced = days.dayOf(instant);
            if (random.nextInt(30) == 0) {
                announced = days.dayOf(instant.plus(Duration.ofHours(20 + random.nextInt(150))));
            }
            if (!announced.isAfter(last)) {
                submitted.add(new Stage(announced, Event.NEW, description(instant)));
            }
        }
    }

    /** arXiv numbers papers when it announces them. */
    private void number() {
        submitted.sort(Comparator.comparing(Stage::day)
                .thenComparing(stage -> stage.said().versions().getFirst()));
        for (Stage stage : submitted) {
            add(id(stage.day().minusDays(1)), stage);
        }
    }

    /** Old papers that get another version within the month. */
    private void revivals(LocalDate first, int perDay) {
        for (int i = 0; i < perDay / 2; i++) {
            boolean oldest = i % 5 == 0;
            LocalDate day = oldest ? LocalDate.of(1999, 1 + i % 9, 12) : first.minusDays(60 + random.nextInt(2000));
            Instant submitted =
                    day.atTime(15, random.nextInt(60)).atZone(ArxivDays.ZONE).toInstant();
            Stage old = new Stage(days.dayOf(submitted), Event.NEW, description(submitted));
            Instant again = first.plusDays(random.nextInt(20))
                    .atTime(11, random.nextInt(60))
                    .atZone(ArxivDays.ZONE)
                    .toInstant();
            papers.add(new ArxivPaper(
                    oldest ? "hep-th/990%d%03d".formatted(1 + i % 9, i) : id(day),
                    List.of(old, new Stage(days.dayOf(again), Event.REPLACEMENT, replaced(old.said(), again)))));
        }
    }

    private void add(String id, Stage first) {
        List<Stage> stages = new ArrayList<>(List.of(first));
        while (random.nextInt(4) == 0) {
            Stage before = stages.getLast();
            Instant at = days.announced(before.day()).plus(Duration.ofHours(5 + random.nextInt(240)));
            LocalDate day = days.dayOf(at);
            if (day.isAfter(last) || before.said().withdrawn()) {
                break;
            }
            stages.add(later(before, day, at));
        }
        papers.add(new ArxivPaper(id, stages));
    }

    private Stage later(Stage before, LocalDate day, Instant at) {
        Description said = before.said();
        return switch (random.nextInt(10)) {
            case 0 -> new Stage(day, Event.REPLACEMENT, withdrawn(said, at));
            case 1, 2 -> new Stage(day, Event.CROSS, moved(said));
            case 3 -> new Stage(day, Event.SILENT, withDoi(said));
            default -> new Stage(day, Event.REPLACEMENT, replaced(said, at));
        };
    }

    private Description description(Instant submitted) {
        List<String> categories = new ArrayList<>();
        boolean neighbour = random.nextInt(4) == 0;
        categories.add(one(neighbour ? NEIGHBOURS : FOLLOWED));
        boolean foreign = neighbour && random.nextInt(4) == 0;
        if (neighbour && !foreign) {
            categories.add(one(FOLLOWED));
        }
        for (int i = foreign ? 0 : random.nextInt(3); i > 0; i--) {
            categories.add(one(random.nextInt(3) == 0 ? NEIGHBOURS : FOLLOWED));
        }
        List<Name> authors = words.names(1 + random.nextInt(random.nextInt(40) == 0 ? 300 : 6));
        String comments = random.nextInt(3) == 0 ? random.nextInt(40) + " pages, 3 figures" : "";
        return new Description(
                words.title(),
                words.summary(),
                authors,
                categories.stream().distinct().toList(),
                List.of(submitted),
                comments,
                "",
                false);
    }

    private Description replaced(Description said, Instant at) {
        String title = random.nextInt(5) == 0 ? words.title() : said.title();
        return new Description(
                title,
                words.summary(),
                said.authors(),
                said.categories(),
                with(said.versions(), at),
                said.comments(),
                said.doi(),
                false);
    }

    private Description withdrawn(Description said, Instant at) {
        return new Description(
                said.title(),
                said.summary(),
                said.authors(),
                said.categories(),
                with(said.versions(), at),
                "This paper has been withdrawn by the authors for an error in Lemma 3",
                said.doi(),
                true);
    }

    /** Another primary category, or some more behind it; those followed stay. */
    private Description moved(Description said) {
        Set<String> categories = new java.util.LinkedHashSet<>();
        if (random.nextInt(3) == 0) {
            categories.add(one(FOLLOWED));
        }
        categories.addAll(said.categories());
        categories.add(one(FOLLOWED));
        return new Description(
                said.title(),
                said.summary(),
                said.authors(),
                List.copyOf(categories),
                said.versions(),
                said.comments(),
                said.doi(),
                said.withdrawn());
    }

    private Description withDoi(Description said) {
        return new Description(
                said.title(),
                said.summary(),
                said.authors(),
                said.categories(),
                said.versions(),
                said.comments(),
                "10.1234/" + Long.toString(random.nextLong(1L << 40), 36),
                said.withdrawn());
    }

    private String id(LocalDate day) {
        String month = day.format(DateTimeFormatter.ofPattern("yyMM"));
        return "%s.%05d".formatted(month, numbers.merge(month, 1, Integer::sum));
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<Instant> with(List<Instant> versions, Instant another) {
        List<Instant> all = new ArrayList<>(versions);
        all.add(another);
        return all;
    }
}
