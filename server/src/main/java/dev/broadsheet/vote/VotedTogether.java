package dev.broadsheet.vote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rule by which accounts are reported that vote together. Two accounts <em>meet</em> where both voted for a paper
 * within ten minutes from one block of addresses on the same day. Two that met at three papers or more, and at half or
 * more of the papers that one of them voted for, belong together, and so does whoever belongs to one of them. Colleagues
 * at one place who like the same papers do so at different times, and vote for others besides.
 */
record VotedTogether(Set<Long> people, Set<Long> papers, long lastAt) {
    static final Duration SAME_TIME = Duration.ofMinutes(10);
    static final int PAPERS = 3;

    /** Of the votes of one of the two, one in so many. */
    static final int SHARE = 2;

    private static final String MEETINGS = """
            select one.person as one, other.person as other, one.paper as paper,
                case when one.at > other.at then one.at else other.at end as at
            from vote_origin one
            join vote_origin other on other.block = one.block and other.paper = one.paper and other.person > one.person
            where one.at - other.at between :earliest and :latest""";

    private record Pair(long one, long other) {}

    private record Meeting(Pair pair, long paper, long at) {}

    /** The groups of accounts that the rule finds now, each account in one of them at most. */
    static List<VotedTogether> groups(JdbcClient sql) {
        Map<Pair, List<Meeting>> meetings = meetings(sql);
        Map<Long, Integer> votes = votes(
                sql,
                meetings.keySet().stream()
                        .flatMap(pair -> List.of(pair.one, pair.other).stream())
                        .toList());
        List<VotedTogether> groups = new ArrayList<>();
        meetings.forEach((pair, together) -> {
            int least = Math.min(votes.getOrDefault(pair.one, 0), votes.getOrDefault(pair.other, 0));
            if (together.size() >= PAPERS && together.size() * SHARE >= least) {
                join(groups, of(pair, together));
            }
        });
        return groups;
    }

    private static Map<Pair, List<Meeting>> meetings(JdbcClient sql) {
        Map<Pair, List<Meeting>> found = new HashMap<>();
        sql.sql(MEETINGS)
                .param("earliest", -SAME_TIME.toMillis())
                .param("latest", SAME_TIME.toMillis())
                .query((row, index) -> new Meeting(
                        new Pair(row.getLong("one"), row.getLong("other")), row.getLong("paper"), row.getLong("at")))
                .list()
                .forEach(meeting -> found.computeIfAbsent(meeting.pair, pair -> new ArrayList<>())
                        .add(meeting));
        return found;
    }

    private static Map<Long, Integer> votes(JdbcClient sql, Collection<Long> people) {
        Map<Long, Integer> votes = new HashMap<>();
        if (!people.isEmpty()) {
            sql.sql("select person, count(*) as votes from vote_origin where person in (:people) group by person")
                    .param("people", Set.copyOf(people))
                    .query(row -> {
                        votes.put(row.getLong("person"), row.getInt("votes"));
                    });
        }
        return votes;
    }

    private static VotedTogether of(Pair pair, List<Meeting> meetings) {
        Set<Long> papers = new TreeSet<>();
        meetings.forEach(meeting -> papers.add(meeting.paper));
        return new VotedTogether(
                new TreeSet<>(Set.of(pair.one, pair.other)),
                papers,
                meetings.stream().mapToLong(Meeting::at).max().orElse(0));
    }

    /** Puts a pair to the groups that have one of the two, which thereby become one group. */
    private static void join(List<VotedTogether> groups, VotedTogether pair) {
        VotedTogether joined = pair;
        for (VotedTogether group : List.copyOf(groups)) {
            if (group.people.stream().anyMatch(pair.people::contains)) {
                groups.remove(group);
                joined = joined.and(group);
            }
        }
        groups.add(joined);
    }

    private VotedTogether and(VotedTogether other) {
        Set<Long> allPeople = new TreeSet<>(people);
        allPeople.addAll(other.people);
        Set<Long> allPapers = new TreeSet<>(papers);
        allPapers.addAll(other.papers);
        return new VotedTogether(allPeople, allPapers, Math.max(lastAt, other.lastAt));
    }
}
