package dev.broadsheet.testing;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Change;
import dev.broadsheet.paper.Identifiers;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.search.RelatedRequest;
import dev.broadsheet.search.SearchAnswer;
import dev.broadsheet.search.SearchAnswer.Counts;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchAnswer.Span;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchState;
import dev.broadsheet.search.Suggestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Searches by reading every paper: right for a few dozen of them. */
public final class FakeSearch implements PaperSearch {
    private static final Pattern NO_WORD = Pattern.compile("\\W+");

    private final Catalogue catalogue;
    private final Map<String, String> spellings = new ConcurrentHashMap<>();
    private volatile SearchState state = new SearchState(40, 40, 32, 24, 8, 2.0, 123_456);

    public FakeSearch(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** From now on this is how far the followers are said to be. */
    public void isAt(SearchState now) {
        state = now;
    }

    /** From now on this query has another spelling. */
    public void respells(String query, String other) {
        spellings.put(query, other);
    }

    @Override
    public SearchAnswer search(SearchRequest request) {
        SearchAnswer typed = found(request);
        String other = spellings.get(request.query());
        if (other == null) {
            return typed;
        }
        if (!typed.hits().isEmpty()) {
            return new SearchAnswer(null, typed.hits(), typed.complete(), null, Counts.NONE, other, null);
        }
        SearchAnswer instead = found(new SearchRequest(other, request.limit(), request.filters(), request.ranking()));
        return new SearchAnswer(null, instead.hits(), instead.complete(), null, Counts.NONE, null, other);
    }

    private SearchAnswer found(SearchRequest request) {
        Paper direct = Identifiers.recognise(request.query())
                .flatMap(identifier -> catalogue.find(identifier.toString()))
                .or(() ->
                        Identifiers.recognise(request.query()).flatMap(identifier -> catalogue.find(identifier.name())))
                .orElse(null);
        if (direct != null) {
            return new SearchAnswer(direct, List.of(new Hit(direct, 1, List.of(), List.of())), true);
        }
        boolean anything = request.query().isBlank();
        List<Hit> found = all().stream()
                .filter(paper -> passes(paper, request.filters()))
                .map(paper -> {
                    List<Span> title = matches(paper.metadata().title(), request.query());
                    List<Span> text = matches(paper.metadata().abstractText(), request.query());
                    return new Hit(paper, 3.0 * title.size() + text.size(), title, text);
                })
                .filter(hit -> anything || hit.score() > 0)
                .sorted(Comparator.comparingDouble(Hit::score).reversed())
                .toList();
        List<Hit> hits = found.stream().limit(request.limit()).toList();
        Counts counts = new Counts(found.size(), List.of(), List.of(), List.of(), 0);
        return new SearchAnswer(null, hits, state.waiting() == 0, null, counts, null, null);
    }

    @Override
    public List<Hit> related(RelatedRequest request) {
        Paper paper = catalogue.papers(request.like()).getFirst();
        String category = paper.metadata().primaryCategory();
        return all().stream()
                .filter(other -> !request.like().contains(other.number())
                        && !request.unlike().contains(other.number())
                        && Objects.equals(category, other.metadata().primaryCategory()))
                .limit(request.limit())
                .map(other -> new Hit(other, 0.5, List.of(), List.of()))
                .toList();
    }

    /** Papers, authors and categories of which a word begins with all that is typed. */
    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        Pattern beginning = Pattern.compile(
                "\\b" + Pattern.quote(typed.strip()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
        List<Paper> papers = typed.isBlank() ? List.of() : all();
        Stream<Suggestion> titles = papers.stream()
                .filter(paper -> beginning.matcher(paper.metadata().title()).find())
                .map(Suggestion.Title::new);
        Stream<Suggestion> authors = papers.stream()
                .flatMap(paper -> paper.metadata().authors().stream().limit(5))
                .map(Author::name)
                .distinct()
                .filter(name -> beginning.matcher(name).find())
                .map(name -> new Suggestion.Author(name, 1));
        Stream<Suggestion> categories = papers.stream()
                .flatMap(paper -> paper.metadata().categories().stream())
                .distinct()
                .filter(code -> beginning.matcher(code).find())
                .map(code -> new Suggestion.Category(code, 1));
        return Stream.of(titles.limit(4), authors.limit(2), categories.limit(2))
                .flatMap(some -> some)
                .limit(limit)
                .toList();
    }

    @Override
    public SearchState state() {
        return state;
    }

    private List<Paper> all() {
        List<Paper> papers = new ArrayList<>();
        for (Change change : catalogue.changesAfter(0, 10_000)) {
            if (change instanceof Change.Described described) {
                papers.add(described.paper());
            }
        }
        return papers;
    }

    private static boolean passes(Paper paper, SearchRequest.Filters filters) {
        boolean category = filters.categories().isEmpty()
                || paper.metadata().categories().stream().anyMatch(filters.categories()::contains);
        return category && isWithin(paper.metadata().day(), filters.from(), filters.until());
    }

    private static boolean isWithin(@Nullable PartialDate date, @Nullable LocalDate from, @Nullable LocalDate until) {
        if (from == null && until == null) {
            return true;
        }
        return date != null
                && (from == null || !date.firstDay().isBefore(from))
                && (until == null || !date.firstDay().isAfter(until));
    }

    private static List<Span> matches(String text, String query) {
        List<Span> spans = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : NO_WORD.splitAsStream(query.toLowerCase(Locale.ROOT)).toList()) {
            int at = word.isEmpty() ? -1 : lower.indexOf(word);
            if (at >= 0) {
                spans.add(new Span(at, at + word.length()));
            }
        }
        spans.sort(Comparator.comparingInt(Span::start));
        return spans;
    }
}
