package dev.broadsheet.web;

import dev.broadsheet.daily.Period;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PaperEvent;
import dev.broadsheet.paper.Version;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.search.RelatedRequest;
import dev.broadsheet.text.TexText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The page of a paper, and its citation. */
@Component
final class PaperPages {
    private static final int RELATED = 8;
    private static final String FEED = "-feed";
    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);
    private static final MediaType BIBTEX = new MediaType("text", "x-bibtex", StandardCharsets.UTF_8);

    private final Catalogue catalogue;
    private final PaperSearch search;
    private final SourceOverview followed;
    private final View view;
    private final Problems problems;

    PaperPages(Catalogue catalogue, PaperSearch search, SourceOverview followed, View view, Problems problems) {
        this.catalogue = catalogue;
        this.search = search;
        this.followed = followed;
        this.view = view;
        this.problems = problems;
    }

    ServerResponse paper(ServerRequest request) {
        String address = address(request);
        Form form = Form.of(address);
        String name = address.substring(0, address.length() - form.ending.length());
        boolean markdown = form == Form.MARKDOWN || (form == Form.PAGE && asksForMarkdown(request));
        Optional<Paper> found = name.isBlank() ? Optional.empty() : catalogue.find(name);
        if (found.isEmpty()) {
            return markdown
                    ? file(HttpStatus.NOT_FOUND, MARKDOWN, "No paper here by that name.\n")
                    : problems.noSuchPaper(name);
        }
        Paper paper = found.get();
        if (!paper.id().value().equals(name)) {
            return ServerResponse.status(301)
                    .location(URI.create(Card.href(paper) + form.ending))
                    .build();
        }
        if (markdown) {
            return file(HttpStatus.OK, MARKDOWN, Markdown.of(paper, facts(paper.metadata())));
        }
        return form == Form.CITATION ? file(HttpStatus.OK, BIBTEX, BibTeX.of(paper)) : page(paper);
    }

    /** The forms in which a paper is given, by the ending of the address. */
    private enum Form {
        CITATION(".bib"),
        MARKDOWN(".md"),
        PAGE("");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        private static Form of(String address) {
            return address.endsWith(CITATION.ending) ? CITATION : address.endsWith(MARKDOWN.ending) ? MARKDOWN : PAGE;
        }
    }

    /** Whether Markdown is named before any HTML; a browser's "anything" means the page. */
    private static boolean asksForMarkdown(ServerRequest request) {
        try {
            for (MediaType type : request.headers().accept()) {
                if (type.isCompatibleWith(MediaType.TEXT_HTML)) {
                    return false;
                }
                if (type.isCompatibleWith(MARKDOWN)) {
                    return true;
                }
            }
            return false;
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static String address(ServerRequest request) {
        String rest = request.pathVariable("address");
        String address = rest.startsWith("/") ? rest.substring(1) : rest;
        // An address pasted behind ours brings its own question mark.
        String question = request.servletRequest().getQueryString();
        return address.contains("forum") && question != null ? address + "?" + question : address;
    }

    private static ServerResponse file(HttpStatus status, MediaType type, String text) {
        return ServerResponse.status(status)
                .contentType(type)
                .header("Cache-Control", "no-cache")
                .varyBy("Accept")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private ServerResponse page(Paper paper) {
        Metadata metadata = paper.metadata();
        List<PaperPage.Standing> standings =
                catalogue.appearances(List.of(paper.number())).getOrDefault(paper.number(), List.of()).stream()
                        .map(appearance -> {
                            Period day = new Period.Day(appearance.day());
                            return new PaperPage.Standing(ListPages.href(day), day.words(), appearance);
                        })
                        .toList();
        List<Card> related = search.related(RelatedRequest.to(paper.number(), RELATED)).stream()
                .map(hit -> Card.of(hit.paper()))
                .toList();
        List<PaperPage.Fact> facts = facts(metadata);
        add(facts, "Known from", sources(paper.number()));
        List<PaperEvent> events = catalogue.events(paper.number());
        PaperPage page = new PaperPage(
                paper.id().value(),
                Piece.all(metadata.title()),
                metadata.authors(),
                metadata.withdrawn(),
                PaperHistory.withdrawal(events),
                Piece.all(metadata.abstractText()),
                metadata.abstractNote(),
                metadata.synopsis(),
                PaperLinks.of(metadata),
                facts,
                standings,
                PaperHistory.of(metadata, events),
                BibTeX.of(paper),
                related,
                RelatedQuery.of(paper.id().value()).href());
        boolean mathematics = page.title().stream().anyMatch(Piece::isMathematics)
                || page.abstractText().stream().anyMatch(Piece::isMathematics)
                || related.stream().anyMatch(Card::hasMathematics);
        String title = TexText.plain(metadata.title());
        return view.page("paper.jte", view.frame(title, "", mathematics, true), page);
    }

    private static List<PaperPage.Fact> facts(Metadata metadata) {
        List<PaperPage.Fact> facts = new ArrayList<>();
        add(facts, "Published", metadata.published() == null ? null : DisplayFormat.date(metadata.published()));
        add(facts, "Announced", metadata.announced() == null ? null : DisplayFormat.date(metadata.announced()));
        boolean changed = metadata.updated() != null && !metadata.updated().equals(metadata.published());
        add(
                facts,
                "Last changed",
                changed && metadata.updated() != null ? DisplayFormat.date(metadata.updated()) : null);
        add(facts, "Versions", versions(metadata.versions()));
        add(facts, "Categories", String.join(", ", metadata.categories()));
        add(facts, "Keywords", String.join(", ", metadata.keywords()));
        add(facts, "Comments", metadata.comments() == null ? null : TexText.plain(metadata.comments()));
        add(facts, "Journal", metadata.journalReference());
        add(facts, "Licence", metadata.licence() == null ? null : DisplayFormat.licence(metadata.licence()));
        return facts;
    }

    /** An announcement feed and its source are one to a reader. */
    private String sources(long paper) {
        return catalogue.sources(List.of(paper)).getOrDefault(paper, Set.of()).stream()
                .map(source -> source.endsWith(FEED) ? source.substring(0, source.length() - FEED.length()) : source)
                .distinct()
                .map(source -> followed.title(source).orElseGet(() -> DisplayFormat.keeper(source)))
                .collect(Collectors.joining(", "));
    }

    private static void add(List<PaperPage.Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new PaperPage.Fact(name, value));
        }
    }

    private static String versions(List<Version> versions) {
        return versions.stream()
                .map(version -> "v" + version.number()
                        + (version.date() == null ? "" : " of " + DisplayFormat.date(version.date())))
                .collect(Collectors.joining(", "));
    }
}
