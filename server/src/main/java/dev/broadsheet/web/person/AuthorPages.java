package dev.broadsheet.web.person;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Shown;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.authorship.Authorship;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.search.SearchAnswer;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.search.SearchRequest.Ranking;
import dev.broadsheet.search.Suggestion;
import dev.broadsheet.site.Address;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.web.shared.Card;
import dev.broadsheet.web.shared.DisplayFormat;
import dev.broadsheet.web.shared.Pagination;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The papers that a person wrote, or that authors of a name did. */
public final class AuthorPages {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_NAMESAKES = 20;

    private static final Comparator<Paper> NEWEST_FIRST = Comparator.comparing(
                    AuthorPages::day, Comparator.nullsFirst(Comparator.<PartialDate>naturalOrder()))
            .thenComparing(Paper::number)
            .reversed();

    private final Authorship authorship;
    private final People people;
    private final Catalogue catalogue;
    private final PaperSearch search;

    AuthorPages(Authorship authorship, People people, Catalogue catalogue, PaperSearch search) {
        this.authorship = authorship;
        this.people = people;
        this.catalogue = catalogue;
        this.search = search;
    }

    /** Whose name stands in the path. */
    public Response path(Request request) {
        String rest = request.variable("who");
        return author(request, rest.startsWith("/") ? rest.substring(1) : rest);
    }

    /** Whose name stands behind the question mark. */
    public Response parameter(Request request) {
        return author(request, request.parameter("name").orElse(""));
    }

    private Response author(Request request, String asked) {
        String name = asked.length() > LONGEST_NAME ? asked.substring(0, LONGEST_NAME) : asked;
        if (name.isBlank()) {
            return Response.redirect(Addresses.SEARCH_FORM);
        }
        AuthorPage page = people.byName(name)
                // A name as papers have it is not changed into a user name.
                .filter(person -> person.name().equals(name) && isVisible(person, Person.of(request)))
                .map(person -> ofPerson(request, person))
                .orElseGet(() -> ofName(request, name));
        return Response.page(
                Page.of("web/person/author.jte", page.title(), page).mathematics(page.hasMathematics()));
    }

    private boolean isVisible(Person person, Optional<Person> reader) {
        return reader.filter(one -> one.number() == person.number()).isPresent()
                || !people.showing(List.of(person.number()), Shown.PAPERS).isEmpty();
    }

    private AuthorPage ofPerson(Request request, Person person) {
        PageNumber number = PageNumber.of(request);
        List<Paper> all = catalogue.papers(authorship.papersOf(person.number())).stream()
                .sorted(NEWEST_FIRST)
                .toList();
        List<Paper> read = all.subList(
                Math.min(number.offset(), all.size()), Math.min(number.offset() + number.limit(), all.size()));
        return new AuthorPage(
                person.title(),
                all.isEmpty()
                        ? person.title() + " is confirmed as an author of no paper yet."
                        : DisplayFormat.count(all.size(), "paper", "papers") + " of which " + person.title()
                                + " is confirmed to be an author, newest first.",
                List.of(new NamedLink(person.title() + "’s page", Addresses.person(person.name()))),
                number.shown(read).stream().map(Card::of).toList(),
                number.pagination(Address.of(Addresses.author(person.name())), read.size()));
    }

    private AuthorPage ofName(Request request, String name) {
        SearchAnswer answer = search.search(new SearchRequest(
                new Suggestion.Author(name, 0).query(),
                PageNumber.SIZE,
                Filters.NONE,
                Ranking.WORDS,
                Order.DATE,
                request.parameter("after").orElse(null),
                false));
        String next = answer.next();
        Address address = Address.of(request.path())
                .with("name", request.parameter("name").orElse(""));
        return new AuthorPage(
                name,
                answer.hits().isEmpty()
                        ? "No paper here has an author of this name."
                        : "Papers by authors of this name, newest first. Several people may share it.",
                namesakes(name),
                answer.hits().stream().map(Hit::paper).map(Card::of).toList(),
                new Pagination(
                        answer.before() == 0 ? null : new NamedLink("First page", address.href()),
                        next == null
                                ? null
                                : new NamedLink(
                                        "More papers",
                                        address.with("after", next).href())));
    }

    /** People who are confirmed under this name, and show it. */
    private List<NamedLink> namesakes(String name) {
        return people.byNumbers(people.showing(authorship.named(name, MOST_NAMESAKES), Shown.PAPERS)).values().stream()
                .sorted(Comparator.comparing(Person::name))
                .map(person -> new NamedLink("Papers of " + person.title(), Addresses.author(person.name())))
                .toList();
    }

    private static @Nullable PartialDate day(Paper paper) {
        return paper.metadata().day();
    }
}
