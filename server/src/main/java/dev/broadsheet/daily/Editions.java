package dev.broadsheet.daily;

import dev.broadsheet.account.Audit;
import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.database.Counter;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The editions of the installation. Thread-safe. They stand on every page and rarely change, so that each server keeps
 * them for a second; what it changed itself it knows at once.
 */
public final class Editions {
    /** The numbers of others than the default one. */
    private static final Counter NUMBERS = new Counter("edition");

    private static final long KEPT = Duration.ofSeconds(1).toNanos();

    private final Database database;
    private final People people;
    private final EditionSettings settings;
    private final Audit audit;
    private volatile @Nullable Known known;

    /** @param at when they were read, by the machine's own count */
    private record Known(List<DailyEdition> editions, long at) {}

    public Editions(Database database, People people, EditionSettings settings, Audit audit) {
        this.database = database;
        this.people = people;
        this.settings = settings;
        this.audit = audit;
    }

    /** All, the default one first, the others in the order in which they were made. */
    public List<DailyEdition> all() {
        Known last = known;
        if (last == null || System.nanoTime() - last.at() > KEPT) {
            long now = System.nanoTime();
            last = new Known(read(), now);
            known = last;
        }
        return last.editions();
    }

    private List<DailyEdition> read() {
        Map<Long, List<Long>> numbers = database.read(EditionRows::curators);
        Map<Long, Person> makers = people.byNumbers(
                numbers.values().stream().flatMap(List::stream).distinct().toList());
        Map<Long, List<Person>> curators = new HashMap<>();
        numbers.forEach((edition, some) -> curators.put(
                edition,
                some.stream()
                        .map(makers::get)
                        .filter(Objects::nonNull)
                        .filter(person -> person.state() != Person.State.GONE)
                        .toList()));
        return database.read(sql -> EditionRows.all(sql, settings, curators));
    }

    /** The one that every installation has. */
    public DailyEdition standard() {
        return all().getFirst();
    }

    /** The one with this part of an address. */
    public Optional<DailyEdition> at(String address) {
        return all().stream()
                .filter(edition -> edition.address().equals(address))
                .findFirst();
    }

    /** The one of this number. */
    public Optional<DailyEdition> byNumber(long number) {
        return all().stream().filter(edition -> edition.number() == number).findFirst();
    }

    /**
     * Begins an edition.
     *
     * @param draft whose number is of no meaning
     * @return as it is kept; empty if another has the address
     */
    public Optional<DailyEdition> add(Person by, DailyEdition draft) {
        Optional<DailyEdition> added = database.write(transaction -> {
            DailyEdition edition = numbered(draft, DailyEdition.DEFAULT + NUMBERS.next(transaction));
            if (!EditionRows.insert(transaction, edition)) {
                return Optional.empty();
            }
            audit.add(transaction, by, "began the edition", edition.address(), edition.name());
            return Optional.of(edition);
        });
        known = null;
        return added;
    }

    /** Changes all of an edition but its number; name and zone of the default one stay those of the settings. */
    public void change(Person by, DailyEdition edition) {
        DailyEdition before = byNumber(edition.number()).orElseThrow();
        database.write(transaction -> {
            EditionRows.update(transaction, edition);
            audit.add(transaction, by, "changed the edition", edition.address(), difference(before, edition));
            return true;
        });
        known = null;
    }

    /** Takes somebody who leaves from all editions that they curate. */
    static void leave(Transaction transaction, Person person) {
        transaction.execute("delete from edition_curator where person = ?", person.number());
    }

    private static DailyEdition numbered(DailyEdition draft, long number) {
        return new DailyEdition(
                number,
                draft.address(),
                draft.name(),
                draft.description(),
                draft.access(),
                draft.rhythm(),
                draft.candidates(),
                draft.curators());
    }

    private static String difference(DailyEdition before, DailyEdition after) {
        StringBuilder changed = new StringBuilder();
        note(changed, "name", before.name(), after.name());
        note(changed, "description", before.description(), after.description());
        note(changed, "access", before.access(), after.access());
        note(changed, "days", before.rhythm(), after.rhythm());
        note(changed, "candidates", before.candidates(), after.candidates());
        note(changed, "curators", before.curators(), after.curators());
        return changed.isEmpty() ? "nothing" : changed.toString();
    }

    private static void note(StringBuilder changed, String what, Object before, Object after) {
        if (!before.equals(after)) {
            changed.append(changed.isEmpty() ? "" : ", ").append(what);
        }
    }
}
