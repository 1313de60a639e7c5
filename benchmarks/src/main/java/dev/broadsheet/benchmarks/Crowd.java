package dev.broadsheet.benchmarks;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.program.Program;
import dev.broadsheet.program.ProgramOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A catalogue of invented papers with people who vote for them, on SQLite or PostgreSQL. */
final class Crowd implements AutoCloseable {
    private static final long SEED = 20261128;
    private static final int TOGETHER = 1_000;
    private static final int DAYS = 60;

    /** So many papers stand on each day's list. */
    private static final int LISTED = 50;

    private static final String ABSTRACT =
            "We ask how far a small press can carry the news of a large field, and answer with a year of measurements."
                    + " Readers were given the same lists in two orders and told us which they would keep.";

    private final Path folder = Files.createTempDirectory("broadsheet-benchmark");
    private final Random random = new Random(SEED);
    private final Program program;
    private final List<Long> papers = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();

    /** @param target empty for SQLite, else address, user and password of an empty PostgreSQL database */
    Crowd(List<String> target) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of("BROADSHEET_SOURCES", "none"));
        if (!target.isEmpty()) {
            environment.put("BROADSHEET_DATABASE_URL", target.get(0));
            environment.put("BROADSHEET_DATABASE_USER", target.get(1));
            environment.put("BROADSHEET_DATABASE_PASSWORD", target.get(2));
        }
        program = Program.open(folder, ProgramOptions.usual().withEnvironment(environment));
        // What pages would search with; it embeds nothing.
        program.indexing();
    }

    /** Takes {@code --postgresql URL USER PASSWORD} out of the arguments; empty where they do not have it. */
    static List<String> target(List<String> arguments) {
        int at = arguments.indexOf("--postgresql");
        if (at < 0) {
            return List.of();
        }
        List<String> option = arguments.subList(at, at + 4);
        List<String> target = List.copyOf(option.subList(1, 4));
        option.clear();
        return target;
    }

    Program program() {
        return program;
    }

    Database database() {
        return program.database();
    }

    List<Long> papers() {
        return papers;
    }

    List<Person> people() {
        return people;
    }

    /** Adds papers that came over the last days, the first of each day with a list's votes. */
    void addPapers(int count) {
        LocalDate today = LocalDate.now(program.clock());
        for (int from = 0; from < count; from += TOGETHER) {
            int first = from;
            int last = Math.min(from + TOGETHER, count);
            papers.addAll(program.catalogue().write(writer -> {
                List<Long> added = new ArrayList<>();
                for (int i = first; i < last; i++) {
                    int day = i % DAYS;
                    long number = writer.add(
                            Metadata.titled("Paper %d of the benchmark".formatted(i))
                                    .abstractText(ABSTRACT)
                                    .categories(List.of("cs.AI"))
                                    .build(),
                            program.clock().instant().minus(Duration.ofDays(day)));
                    int place = i / DAYS + 1;
                    if (place <= LISTED) {
                        writer.appear(
                                number,
                                new Appearance(
                                        "huggingface", today.minusDays(day), place, LISTED - place, 0, null, null));
                    }
                    added.add(number);
                }
                return added;
            }));
        }
    }

    /** Adds members whose accounts are a month old, as those of most voters are. */
    void addPeople(int count) {
        for (int i = 0; i < count; i++) {
            people.add(program.people().add("reader" + (people.size() + 1), "", Role.MEMBER));
        }
        database()
                .write(transaction -> transaction.execute(
                        "update person set joined_at = joined_at - ?",
                        Duration.ofDays(30).toMillis()));
    }

    /** Writes votes of random people for random papers, more for some than for others, and has them counted. */
    void addVotes(int count) {
        Set<Long> given = new HashSet<>();
        long now = program.clock().millis();
        while (given.size() < count) {
            database().write(transaction -> {
                for (int i = 0; i < TOGETHER && given.size() < count; i++) {
                    // The square makes some papers popular.
                    double place = random.nextDouble() * random.nextDouble();
                    long paper = papers.get((int) (place * papers.size()));
                    long person = people.get(random.nextInt(people.size())).number();
                    if (given.add(paper << 32 | person)) {
                        transaction.execute(
                                "insert into vote (paper, person, at, counted) values (?, ?, ?, 1)",
                                paper,
                                person,
                                now);
                    }
                }
                return given.size();
            });
        }
        program.catalogue()
                .write(writer -> writer.transaction()
                        .execute("insert into community_count (paper, votes, comments)"
                                + " select paper, count(*), 0 from vote group by paper"));
    }

    @Override
    public void close() throws IOException {
        program.close();
        Folders.delete(folder);
    }
}
