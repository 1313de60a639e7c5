package dev.broadsheet.address;

import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.daily.Period;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.site.Address;
import dev.broadsheet.site.Request;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * Where the pages are. The one place where their addresses are written, for Java, for templates and for routes. Each is
 * relative to the site, which the origin of a request or of the settings makes absolute.
 */
public final class Addresses {
    /** The latest list; with a query, the answer to it. */
    public static final String PAPERS = "/papers";

    public static final String DAY = PAPERS + "/date";
    public static final String WEEK = PAPERS + "/week";
    public static final String MONTH = PAPERS + "/month";
    public static final String TRENDING = PAPERS + "/trending";
    public static final String RELATED = PAPERS + "/related";
    /** Another name of the search. */
    public static final String SEARCH = "/search";
    /** The search page with nothing searched. */
    public static final String SEARCH_FORM = PAPERS + "?q=";

    /** Puts a paper on the default edition's list. */
    public static final String SUBMIT = PAPERS + "/submit";

    /** All editions. */
    public static final String EDITIONS = "/editions";

    public static final String NEW_EDITION = EDITIONS + "/new";
    /** What the addresses of other editions than the default one begin with. */
    public static final String EDITION = "/e";

    public static final String SUGGESTIONS = "/suggest";
    public static final String STATUS = "/status";
    public static final String STATUS_JSON = STATUS + ".json";

    /** Those who have an account. */
    public static final String PEOPLE = "/people";
    /** What those whom a reader follows did. */
    public static final String FOLLOWING = "/following";
    /** Papers by who wrote them. */
    public static final String AUTHORS = "/authors";
    /** Who says that they wrote which paper. */
    public static final String CLAIMS = "/claims";

    /** What all addresses of the API begin with. */
    public static final String API = "/api";

    /** The endings of the addresses of what is written in other forms. */
    public static final String MARKDOWN = ".md";

    public static final String BIBTEX = ".bib";
    public static final String JSON = ".json";

    /** What stands behind a paper's address where votes are sent, and where voters are named. */
    public static final String VOTE = "/vote";

    public static final String VOTERS = "/votes";

    /** Reports of accounts that vote together. */
    public static final String RINGS = "/moderation/rings";

    private static final Pattern UNSAFE_IN_PATHS = Pattern.compile("[/\\\\;%]|^\\.+$|^\\s|\\s$|\\p{Cntrl}");

    private Addresses() {}

    /** A paper's page. */
    public static String paper(Paper paper) {
        return paper(paper.id().value());
    }

    /** A paper's page, by its id. */
    public static String paper(String id) {
        return PAPERS + "/" + id;
    }

    /** What a paper is called in a request by the route {@code {id}}, or {@code {archive}/{id}} for old names of arXiv. */
    public static String calledPaper(Request request) {
        String id = request.variable("id");
        return request.hasVariable("archive") ? request.variable("archive") + "/" + id : id;
    }

    /** A paper as programs read it, by its id. */
    public static String paperJson(String id) {
        return API + paper(id);
    }

    /** Where a vote for a paper is sent, by the paper's id. */
    public static String vote(String id) {
        return paper(id) + VOTE;
    }

    /** Who voted for a paper, by its id. */
    public static String voters(String id) {
        return paper(id) + VOTERS;
    }

    /** The way in, and back to a page of this site. */
    public static String signIn(String back) {
        return Address.of("/sign-in").with("next", back).href();
    }

    /** The latest list of a kind. */
    public static String latest(Period.Kind kind) {
        return switch (kind) {
            case DAY -> DAY;
            case WEEK -> WEEK;
            case MONTH -> MONTH;
        };
    }

    /** The list of a period. */
    public static String list(Period period) {
        return latest(period.kind()) + "/" + period.address();
    }

    /** The latest list of an edition. */
    public static String edition(DailyEdition edition) {
        return edition.isDefault() ? PAPERS : inEdition(edition, "");
    }

    /** The latest list of a kind in an edition. */
    public static String latest(DailyEdition edition, Period.Kind kind) {
        return edition.isDefault() ? latest(kind) : latest(kind).replaceFirst(PAPERS, inEdition(edition, ""));
    }

    /** The list of a period in an edition. */
    public static String list(DailyEdition edition, Period period) {
        return latest(edition, period.kind()) + "/" + period.address();
    }

    /** What is trending in an edition. */
    public static String trending(DailyEdition edition) {
        return edition.isDefault() ? TRENDING : inEdition(edition, "/trending");
    }

    /** Where a paper is put on the edition's list. */
    public static String submit(DailyEdition edition) {
        return edition.isDefault() ? SUBMIT : inEdition(edition, "/submit");
    }

    /** Where curators place and take off papers of a day. */
    public static String curation(DailyEdition edition, LocalDate day) {
        return inEdition(edition, "/curate/" + day);
    }

    /** What curators did, for everybody. */
    public static String curationLog(DailyEdition edition) {
        return inEdition(edition, "/log");
    }

    /** Where an edition is changed. */
    public static String editionSettings(DailyEdition edition) {
        return inEdition(edition, "/settings");
    }

    private static String inEdition(DailyEdition edition, String rest) {
        return EDITION + "/" + edition.address() + rest;
    }

    /** The answer to a query. */
    public static Address search(String query) {
        return Address.of(PAPERS).asking("q", query);
    }

    /** Papers near to some and away from others, by their ids. */
    public static Address related(List<String> like, List<String> unlike) {
        return Address.of(RELATED).with("like", like).with("unlike", unlike);
    }

    /** The page of a live source. */
    public static String source(String name) {
        return STATUS + "/" + name;
    }

    /** Some days of a live source. */
    public static String source(String name, LocalDate from, LocalDate until) {
        return days(source(name), from, until);
    }

    /** The same as JSON. */
    public static String sourceJson(String name, LocalDate from, LocalDate until) {
        return days(source(name) + JSON, from, until);
    }

    private static String days(String path, LocalDate from, LocalDate until) {
        return Address.of(path)
                .with("from", from.toString())
                .with("until", until.toString())
                .href();
    }

    /** The page of somebody with an account, by their user name. */
    public static String person(String name) {
        return PEOPLE + "/" + name;
    }

    /** The papers by authors of this name; or, by a user name, those that the person wrote. */
    public static String author(String name) {
        // What a path cannot carry as it is goes behind a question mark.
        return UNSAFE_IN_PATHS.matcher(name).find()
                ? Address.of(AUTHORS).asking("name", name).href()
                : AUTHORS + "/" + UriUtils.encodePathSegment(name, StandardCharsets.UTF_8);
    }

    /** Where somebody says that they wrote a paper, by its id. */
    public static String claim(String id) {
        return Address.of(CLAIMS + "/new").with("paper", id).href();
    }

    /** A paper's page at arXiv. */
    public static String arxiv(String name) {
        return "https://arxiv.org/abs/" + name;
    }

    /** Where a DOI leads. */
    public static String doi(String name) {
        return "https://doi.org/" + name;
    }
}
