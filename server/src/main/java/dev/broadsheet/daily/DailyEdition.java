package dev.broadsheet.daily;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A daily paper: its name, who makes it, when it appears. Papers, people and votes are shared by all editions; a list
 * belongs to one. Immutable.
 *
 * @param number by which tables name it; {@link #DEFAULT} for the default one
 * @param address its part of the address below {@code /e/}
 * @param description what it is about, in a few sentences; may be empty
 * @param curators who make it, in the order in which they are named; nobody who is gone
 */
public record DailyEdition(
        long number,
        String address,
        String name,
        String description,
        Access access,
        Rhythm rhythm,
        Candidates candidates,
        List<Person> curators) {
    /** The number of the edition that every installation has. */
    public static final long DEFAULT = 1;

    public DailyEdition {
        curators = List.copyOf(curators);
    }

    /** Who may read it, submit to it, and vote for its order. */
    public record Access(Circle readers, Circle submitters, Circle voters) {
        /** Everybody reads; members submit and vote. */
        public static final Access OPEN = new Access(Circle.ALL, Circle.MEMBERS, Circle.MEMBERS);
    }

    /**
     * Which announced papers stand on a day's list until somebody submits one, and can be read beside it later.
     *
     * @param categories those of one of these categories; of every one where it is empty
     * @param sources those announced by one of these sources; by every one where it is empty
     */
    public record Candidates(Set<String> categories, Set<String> sources) {
        public static final Candidates ALL = new Candidates(Set.of(), Set.of());

        public Candidates {
            categories = Set.copyOf(categories);
            sources = Set.copyOf(sources);
        }

        boolean include(List<String> some) {
            return categories.isEmpty() || some.stream().anyMatch(categories::contains);
        }
    }

    /** The same with another description. */
    public DailyEdition describedAs(String words) {
        return new DailyEdition(number, address, name, words, access, rhythm, candidates, curators);
    }

    /** Who makes it, as the masthead says: "by A. Editor and the community"; empty where it has no curators. */
    public String byline() {
        return curators.isEmpty()
                ? ""
                : "by " + String.join(", ", curators.stream().map(Person::title).toList()) + " and the community";
    }

    /** Whether it is the edition that every installation has. */
    public boolean isDefault() {
        return number == DEFAULT;
    }

    /** @param person null for somebody who is not signed in */
    public boolean mayRead(@Nullable Person person) {
        return switch (access.readers()) {
            case ALL -> true;
            case MEMBERS -> isCurator(person) || person != null && person.role().includes(Role.MEMBER);
            case CURATORS -> isCurator(person);
        };
    }

    /** @param person null for somebody who is not signed in */
    public boolean maySubmit(@Nullable Person person) {
        return mayAct(access.submitters(), person);
    }

    /**
     * Whether the person's vote counts for the order of this edition's lists.
     *
     * @param person null for somebody who is not signed in
     */
    public boolean mayVote(@Nullable Person person) {
        return mayAct(access.voters(), person);
    }

    private boolean mayAct(Circle circle, @Nullable Person person) {
        return isCurator(person)
                || switch (circle) {
                    case ALL -> person != null && person.may(Role.READER);
                    case MEMBERS -> person != null && person.may(Role.MEMBER);
                    case CURATORS -> false;
                };
    }

    /**
     * Whether the person may curate it: one of its curators or an admin; of the default edition whoever has the role.
     *
     * @param person null for somebody who is not signed in
     */
    public boolean isCurator(@Nullable Person person) {
        return person != null
                && person.may(Role.READER)
                && (curators.stream().anyMatch(curator -> curator.number() == person.number())
                        || person.may(isDefault() ? Role.CURATOR : Role.ADMIN));
    }
}
