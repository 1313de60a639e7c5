package dev.broadsheet.web.paper;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.authorship.Authorship;
import dev.broadsheet.daily.Daily;
import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.daily.Period;
import dev.broadsheet.daily.Submission;
import dev.broadsheet.discussion.Discussion;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PaperEvent;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.search.RelatedRequest;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Representation;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.source.FeedName;
import dev.broadsheet.text.TexText;
import dev.broadsheet.trending.Trending;
import dev.broadsheet.web.shared.Card;
import dev.broadsheet.web.shared.DisplayFormat;
import dev.broadsheet.web.shared.NoSuchPaper;
import dev.broadsheet.web.shared.SourceOverview;
import dev.broadsheet.web.shared.VoteButtons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of a paper, and its other forms. */
public final class PaperPages {
    private static final int RELATED = 8;
    private static final String BIBTEX = "text/x-bibtex;charset=UTF-8";

    private final Catalogue catalogue;
    private final PaperSearch search;
    private final Daily daily;
    private final Trending trending;
    private final SourceOverview followed;
    private final Authorship authorship;
    private final People people;
    private final Discussion discussion;
    private final VoteButtons votes;

    public PaperPages(
            Catalogue catalogue,
            PaperSearch search,
            Daily daily,
            Trending trending,
            SourceOverview followed,
            Authorship authorship,
            People people,
            Discussion discussion,
            VoteButtons votes) {
        this.discussion = discussion;
        this.votes = votes;
        this.catalogue = catalogue;
        this.search = search;
        this.daily = daily;
        this.trending = trending;
        this.followed = followed;
        this.authorship = authorship;
        this.people = people;
    }

    /** The paper that the address names, in the form that it asks for. */
    public Response paper(Request request) {
        String address = address(request);
        String ending = ending(address);
        String name = address.substring(0, address.length() - ending.length());
        Optional<Paper> found = name.isBlank() ? Optional.empty() : catalogue.find(name);
        Paper paper = found.orElseThrow(() -> NoSuchPaper.named(name));
        if (!paper.id().value().equals(name)) {
            return Response.moved(Addresses.paper(paper) + ending);
        }
        if (ending.equals(Addresses.BIBTEX)) {
            return file(BIBTEX, BibTeX.of(paper));
        }
        return request.representation() == Representation.MARKDOWN
                ? file(Response.MARKDOWN, Markdown.of(paper, PaperFact.of(paper.metadata())))
                : page(request, paper);
    }

    private static String ending(String address) {
        for (String ending : List.of(Addresses.BIBTEX, Addresses.MARKDOWN)) {
            if (address.endsWith(ending)) {
                return ending;
            }
        }
        return "";
    }

    private static String address(Request request) {
        String rest = request.variable("address");
        String address = rest.startsWith("/") ? rest.substring(1) : rest;
        // An address pasted behind ours brings its own question mark.
        String question = request.queryString();
        return address.contains("forum") && question != null ? address + "?" + question : address;
    }

    private static Response file(String type, String text) {
        return Response.text(type, text).header("Vary", "Accept");
    }

    private Response page(Request request, Paper paper) {
        Metadata metadata = paper.metadata();
        List<PaperEvent> events = catalogue.events(paper.number());
        List<PaperFact> facts = PaperFact.of(metadata);
        PaperFact.add(facts, "Known from", sources(paper.number()));
        List<Paper> near = search.related(RelatedRequest.to(paper.number(), RELATED)).stream()
                .map(Hit::paper)
                .toList();
        VoteButtons.OnPage buttons =
                votes.on(request, Stream.concat(Stream.of(paper), near.stream()).toList());
        List<PaperPage.Standing> standings = standings(paper.number());
        PaperPage page = new PaperPage(
                PaperPage.Description.of(paper),
                PaperAuthors.of(paper, authorship, people, Person.of(request).orElse(null)),
                PaperLinks.of(metadata),
                facts,
                new PaperPage.Past(
                        PaperHistory.withdrawal(metadata, events),
                        standings,
                        submissions(paper.number()),
                        PaperHistory.of(metadata, events)),
                TrendingPlace.of(trending, daily.editions().standard(), paper.number()),
                BibTeX.of(paper),
                related(paper, near, buttons),
                discussion.section(request, paper),
                buttons.button(
                        paper,
                        Appearance.best(standings.stream()
                                .map(PaperPage.Standing::appearance)
                                .toList())));
        return Response.page(Page.of("web/paper/paper.jte", TexText.plain(metadata.title()), page)
                        .mathematics(page.hasMathematics())
                        .indexed(true))
                .header("Vary", "Accept");
    }

    private List<PaperPage.Standing> standings(long number) {
        return catalogue.appearances(List.of(number)).getOrDefault(number, List.of()).stream()
                .map(appearance -> {
                    Period day = new Period.Day(appearance.day());
                    return new PaperPage.Standing(Addresses.list(day), day.words(), appearance);
                })
                .toList();
    }

    private List<PaperPage.Submitted> submissions(long number) {
        List<PaperPage.Submitted> submitted = new ArrayList<>();
        for (Submission submission : daily.submissions().of(List.of(number)).getOrDefault(number, List.of())) {
            DailyEdition edition =
                    daily.editions().byNumber(submission.edition()).orElse(null);
            if (edition != null && edition.mayRead(null) && submission.isShown()) {
                Period day = new Period.Day(submission.day());
                submitted.add(new PaperPage.Submitted(
                        Addresses.list(edition, day),
                        edition.isDefault() ? day.words() : edition.name() + ", " + day.words(),
                        submission));
            }
        }
        return submitted;
    }

    private static PaperPage.Related related(Paper paper, List<Paper> near, VoteButtons.OnPage buttons) {
        return new PaperPage.Related(
                near.stream().map(other -> Card.of(other).with(buttons, other)).toList(),
                Addresses.related(List.of(paper.id().value()), List.of()).href());
    }

    /** An announcement feed and its source are one to a reader. */
    private String sources(long paper) {
        return catalogue.sources(List.of(paper)).getOrDefault(paper, Set.of()).stream()
                .map(FeedName::source)
                .distinct()
                .map(source -> followed.title(source).orElseGet(() -> DisplayFormat.keeper(source)))
                .collect(Collectors.joining(", "));
    }
}
