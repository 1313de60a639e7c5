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
import dev.broadsheet.site.Reader;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Following people, and what those whom a reader follows did. */
public final class FollowPages {
    private final People people;
    private final Follows follows;
    private final List<Doing> doings;
    private final DeedLines lines;
    private final Profiles profiles;

    FollowPages(People people, Follows follows, List<Doing> doings, DeedLines lines, Profiles profiles) {
        this.people = people;
        this.follows = follows;
        this.doings = doings;
        this.lines = lines;
        this.profiles = profiles;
    }

    /** To the page of those whom a reader follows. */
    public List<NamedLink> links(Reader reader) {
        return reader instanceof Person ? List.of(new NamedLink("Following", Addresses.FOLLOWING)) : List.of();
    }

    public Response follow(Request request) {
        Person person = Person.require(request, Role.READER);
        Person followed = profiles.named(request);
        follows.follow(person, followed);
        return Response.seeOther(Addresses.person(followed.name()))
                .flash("You follow " + followed.title() + " from now on.");
    }

    public Response unfollow(Request request) {
        Person person = Person.require(request, Role.READER);
        Person followed = profiles.named(request);
        follows.unfollow(person, followed);
        return Response.seeOther(Addresses.person(followed.name()))
                .flash("You do not follow " + followed.title() + " any more.");
    }

    /** What those whom the reader follows did and show, the latest first. */
    public Response following(Request request) {
        Person person = Person.require(request, Role.READER);
        PageNumber number = PageNumber.of(request);
        Map<Long, Set<Shown>> shown = people.shown(follows.followedBy(person.number()));
        int behind = number.offset() + number.limit();
        List<DeedLines.Done> all = new ArrayList<>();
        for (Doing doing : doings) {
            List<Long> showing = shown.entrySet().stream()
                    .filter(followed -> followed.getValue().contains(doing.shown()))
                    .map(Map.Entry::getKey)
                    .toList();
            doing.teller().latest(showing, 0, behind).forEach(deed -> all.add(new DeedLines.Done(doing, deed)));
        }
        List<DeedLines.Done> read = all.stream()
                .sorted(Comparator.comparing(
                                (DeedLines.Done done) -> done.deed().at())
                        .reversed())
                .skip(number.offset())
                .limit(number.limit())
                .toList();
        FollowingPage page = new FollowingPage(
                !shown.isEmpty(),
                lines.of(number.shown(read)),
                number.pagination(Address.of(Addresses.FOLLOWING), read.size()),
                Addresses.person(person.name()) + "/" + Shown.FOLLOWING.word());
        return Response.page(
                Page.of("web/person/following.jte", "Following", page).mathematics(page.hasMathematics()));
    }
}
