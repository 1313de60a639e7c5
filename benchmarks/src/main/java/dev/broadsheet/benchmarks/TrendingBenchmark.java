package dev.broadsheet.benchmarks;

import dev.broadsheet.account.Person;
import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.trending.Trending;
import dev.broadsheet.trending.TrendingList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The order of what is trending over many papers and votes: how long it takes to compute it anew, as at a start; to
 * read the first page; and what a vote costs: to cast it, to carry it into the counts, and to put its paper in place.
 *
 * <p>{@code benchmarks/run TrendingBenchmark [--postgresql URL USER PASSWORD] [PAPERS [VOTES [PEOPLE]]]}, by default
 * 100,000 papers and 1,000,000 votes of 10,000 people. A PostgreSQL database must be empty.
 */
public final class TrendingBenchmark {
    private static final long SEED = 20261129;
    private static final int TIMES = 500;

    private TrendingBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        List<String> rest = new ArrayList<>(List.of(arguments));
        List<String> target = Crowd.target(rest);
        int papers = rest.isEmpty() ? 100_000 : Integer.parseInt(rest.get(0));
        int votes = rest.size() < 2 ? 1_000_000 : Integer.parseInt(rest.get(1));
        int people = rest.size() < 3 ? 10_000 : Integer.parseInt(rest.get(2));
        try (Crowd crowd = new Crowd(target)) {
            crowd.addPapers(papers);
            crowd.addPeople(people);
            crowd.addVotes(votes);
            System.out.printf(
                    Locale.ROOT,
                    "%s, %,d papers, %,d votes of %,d people%n%n| | median ms | 99th percentile ms |%n|---|---|---|%n",
                    target.isEmpty() ? "SQLite" : "PostgreSQL",
                    papers,
                    votes,
                    people);
            run(crowd);
        }
    }

    private static void run(Crowd crowd) {
        Trending trending = crowd.program().trending();
        DailyEdition edition = crowd.program().daily().editions().standard();
        print("compute the order anew", new double[] {millis(() -> trending.list(edition))});
        double[] reads = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            reads[i] = millis(() -> {
                TrendingList list = trending.list(edition);
                trending.entries(edition, list, list.page(0));
            });
        }
        print("read the first page", reads);
        double[] cast = new double[TIMES];
        double[] carried = new double[TIMES];
        double[] placed = new double[TIMES];
        Random random = new Random(SEED);
        for (int i = 0; i < TIMES; i++) {
            long paper = crowd.papers().get(random.nextInt(crowd.papers().size()));
            Person person = crowd.people().get(random.nextInt(crowd.people().size()));
            cast[i] = millis(() -> crowd.program().votes().cast(person, paper, true));
            carried[i] = millis(() -> crowd.program().communityCounts().carryOver());
            placed[i] = millis(() -> trending.list(edition));
        }
        print("cast a vote", cast);
        print("carry it into the counts", carried);
        print("put its paper in place", placed);
    }

    private static double millis(Runnable work) {
        long started = System.nanoTime();
        work.run();
        return (System.nanoTime() - started) / 1e6;
    }

    private static void print(String what, double[] millis) {
        Arrays.sort(millis);
        Load.Times times = new Load.Times(millis, 1);
        System.out.printf(Locale.ROOT, "| %s | %,.2f | %,.2f |%n", what, times.median(), times.ninetyNinth());
    }
}
