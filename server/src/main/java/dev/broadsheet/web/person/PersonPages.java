package dev.broadsheet.web.person;

import dev.broadsheet.account.People;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.authorship.Authorship;
import dev.broadsheet.daily.Submissions;
import dev.broadsheet.discussion.Comments;
import dev.broadsheet.following.Follows;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.site.Routes;
import dev.broadsheet.vote.Votes;
import java.time.Clock;
import java.util.List;

/** Every address of people and authors. */
public final class PersonPages {
    private static final String PERSON = Addresses.person("{name}");

    private final Profiles profiles;
    private final FollowPages following;
    private final MemberPages members;
    private final AuthorPages authors;

    /**
     * What the pages are made from.
     *
     * @param clock in whose zone days are
     */
    public record Parts(
            People people,
            Follows follows,
            Authorship authorship,
            Submissions submissions,
            Votes votes,
            Comments comments,
            Catalogue catalogue,
            PaperSearch search,
            Clock clock) {}

    public PersonPages(Parts parts) {
        List<Doing> doings = Doings.of(parts.authorship(), parts.submissions(), parts.votes(), parts.comments());
        DeedLines lines = new DeedLines(parts.catalogue(), parts.people(), parts.clock());
        profiles = new Profiles(parts.people(), parts.follows(), doings, lines, parts.clock());
        following = new FollowPages(parts.people(), parts.follows(), doings, lines, profiles);
        members = new MemberPages(parts.people(), parts.clock());
        authors = new AuthorPages(parts.authorship(), parts.people(), parts.catalogue(), parts.search());
    }

    public void addTo(Routes routes) {
        routes.get(Addresses.PEOPLE, members::members)
                .get(PERSON, profiles::profile)
                .get(PERSON + "/{part}", profiles::part)
                .post(PERSON + "/follow", following::follow)
                .post(PERSON + "/unfollow", following::unfollow)
                .get(Addresses.FOLLOWING, following::following)
                .get(Addresses.AUTHORS, authors::parameter)
                .get(Addresses.AUTHORS + "/{*who}", authors::path)
                .personal(following::links);
    }
}
