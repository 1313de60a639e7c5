package dev.broadsheet.web.person;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.account.Shown;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.following.Follows;
import dev.broadsheet.site.Address;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.web.shared.Pagination;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of one person, as they show themselves to who reads. */
public final class Profiles {
    /** The beginning of a part. */
    private static final int FIRST = 10;

    private final People people;
    private final Follows follows;
    private final List<Doing> doings;
    private final DeedLines lines;
    private final Clock clock;

    Profiles(People people, Follows follows, List<Doing> doings, DeedLines lines, Clock clock) {
        this.people = people;
        this.follows = follows;
        this.doings = doings;
        this.lines = lines;
        this.clock = clock;
    }

    /** The beginning of all that somebody shows. */
    public Response profile(Request request) {
        Person person = named(request);
        Optional<Person> reader = Person.of(request);
        List<ProfilePage.Part> parts = new ArrayList<>();
        for (Doing doing : doings) {
            if (isVisible(person, reader, doing.shown())) {
                List<Deed> deeds = doing.teller().latest(List.of(person.number()), 0, FIRST + 1);
                parts.add(part(person, doing, deeds.subList(0, Math.min(FIRST, deeds.size())), deeds.size() > FIRST));
            }
        }
        if (isVisible(person, reader, Shown.FOLLOWING)) {
            List<NamedLink> followed = followed(person);
            parts.add(
                    following(person, followed.subList(0, Math.min(FIRST, followed.size())), followed.size() > FIRST));
        }
        return page(person, reader, parts, null);
    }

    /** One part of it, a page of it at a time. */
    public Response part(Request request) {
        Person person = named(request);
        Optional<Person> reader = Person.of(request);
        String word = request.variable("part");
        PageNumber number = PageNumber.of(request);
        Address address = Address.of(Addresses.person(person.name()) + "/" + word);
        if (word.equals(Shown.FOLLOWING.word()) && isVisible(person, reader, Shown.FOLLOWING)) {
            List<NamedLink> followed = followed(person);
            List<NamedLink> read = followed.subList(
                    Math.min(number.offset(), followed.size()),
                    Math.min(number.offset() + number.limit(), followed.size()));
            return page(
                    person,
                    reader,
                    List.of(following(person, number.shown(read), false)),
                    number.pagination(address, read.size()));
        }
        Doing doing = doings.stream()
                .filter(one -> one.word().equals(word) && isVisible(person, reader, one.shown()))
                .findFirst()
                .orElseThrow(Refusal::noSuchPage);
        List<Deed> read = doing.teller().latest(List.of(person.number()), number.offset(), number.limit());
        return page(
                person,
                reader,
                List.of(part(person, doing, number.shown(read), false)),
                number.pagination(address, read.size()));
    }

    private Response page(
            Person person, Optional<Person> reader, List<ProfilePage.Part> parts, @Nullable Pagination pagination) {
        boolean own = reader.filter(one -> one.number() == person.number()).isPresent();
        ProfilePage page = new ProfilePage(
                Profile.of(
                        person,
                        clock.getZone(),
                        own,
                        reader.filter(one -> follows.isFollowing(one, person)).isPresent(),
                        !own && reader.filter(one -> one.may(Role.READER)).isPresent()),
                parts,
                pagination);
        return Response.page(
                Page.of("web/person/profile.jte", person.title(), page).mathematics(page.hasMathematics()));
    }

    private ProfilePage.Part part(Person person, Doing doing, List<Deed> deeds, boolean more) {
        return new ProfilePage.Part(
                doing.heading(),
                doing.word(),
                hides(person, doing.shown()),
                person.title() + " " + doing.none(),
                lines.of(deeds.stream()
                        .map(deed -> new DeedLines.Done(doing, deed))
                        .toList()),
                List.of(),
                more ? Addresses.person(person.name()) + "/" + doing.word() : "");
    }

    private ProfilePage.Part following(Person person, List<NamedLink> followed, boolean more) {
        return new ProfilePage.Part(
                "Following",
                Shown.FOLLOWING.word(),
                hides(person, Shown.FOLLOWING),
                person.title() + " follows nobody.",
                List.of(),
                followed,
                more ? Addresses.person(person.name()) + "/" + Shown.FOLLOWING.word() : "");
    }

    private List<NamedLink> followed(Person person) {
        Map<Long, Person> named = people.byNumbers(follows.followedBy(person.number()));
        return named.values().stream()
                .filter(followed -> followed.state() == Person.State.ACTIVE)
                .sorted(Comparator.comparing(Person::name))
                .map(followed -> new NamedLink(followed.title(), Addresses.person(followed.name())))
                .toList();
    }

    private boolean isVisible(Person person, Optional<Person> reader, Shown what) {
        return reader.filter(one -> one.number() == person.number()).isPresent() || !hides(person, what);
    }

    private boolean hides(Person person, Shown what) {
        return people.showing(List.of(person.number()), what).isEmpty();
    }

    Person named(Request request) {
        return people.byName(request.variable("name"))
                .orElseThrow(() -> Refusal.notFound("Nobody here has that user name")
                        .advice("They may have another one, or have deleted their account."));
    }
}
