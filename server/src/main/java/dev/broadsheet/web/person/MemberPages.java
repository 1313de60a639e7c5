package dev.broadsheet.web.person;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.site.Address;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import java.time.Clock;
import java.util.List;

/** The list of those who are here, for those who are signed in. */
public final class MemberPages {
    private static final int LONGEST_QUERY = 100;

    private final People people;
    private final Clock clock;

    MemberPages(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    public Response members(Request request) {
        Person.require(request, Role.READER);
        String typed = request.form().text("name");
        String query = typed.length() > LONGEST_QUERY ? typed.substring(0, LONGEST_QUERY) : typed;
        PageNumber number = PageNumber.of(request);
        List<Person> read = people.search(query, number.offset(), number.limit());
        return Response.page(Page.of(
                "web/person/members.jte",
                "People",
                new MembersPage(
                        query,
                        number.shown(read).stream()
                                .map(person -> Profile.of(person, clock.getZone(), false, false, false))
                                .toList(),
                        number.pagination(Address.of(Addresses.PEOPLE).with("name", query), read.size()))));
    }
}
