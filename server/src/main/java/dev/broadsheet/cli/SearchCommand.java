package dev.broadsheet.cli;

import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.program.Program;
import dev.broadsheet.search.SearchAnswer;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.search.SearchRequest.Ranking;
import dev.broadsheet.search.SearchRoom;
import dev.broadsheet.search.SearchState;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code broadsheet search}. */
@Command(
        name = "search",
        description = "Finds papers by words and by meaning, as the page does.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples: broadsheet search \"spectral bias of neural networks\"",
            "          broadsheet search --category cs.CL --after 2026-08 --sort votes",
            "          broadsheet search 2501.01234 --json",
            "          broadsheet search 'author:\"J. Pearl\" \"causal inference\" after:2020 -survey'",
            "",
            "In a query: \"exact phrase\", -without, author: title: abstract: cat:cs.CL year:2024",
            "after:2024-05 before: has:code id:, OR and parentheses; see docs/searching.md."
        })
final class SearchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(
            arity = "0..*",
            paramLabel = "QUERY",
            description = "Words, a sentence, an arXiv number, a DOI or an address; without it, all papers that pass"
                    + " the filters, newest first.")
    private List<String> query = List.of();

    @Option(
            names = "--limit",
            defaultValue = "10",
            paramLabel = "N",
            description = "How many papers at most, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--ranking",
            defaultValue = "full",
            paramLabel = "RANKING",
            description = "What decides: ${COMPLETION-CANDIDATES} (default: full).")
    private Ranking ranking = Ranking.FULL;

    @Option(
            names = "--sort",
            defaultValue = "relevance",
            paramLabel = "ORDER",
            description = "${COMPLETION-CANDIDATES} (default: relevance). With words, the 1,000 best are put in that"
                    + " order; without, all.")
    private Order order = Order.RELEVANCE;

    @Option(
            names = "--category",
            paramLabel = "CODE",
            description = "Only papers of this category, such as cs.CL, or cs.* for a whole field; may be repeated:"
                    + " of any of them.")
    private List<String> categories = List.of();

    @Option(
            names = "--after",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "Only papers of this date (2026, 2026-08 or 2026-08-21) or later.")
    private @Nullable PartialDate after;

    @Option(
            names = "--before",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "Only papers older than this date.")
    private @Nullable PartialDate before;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Only papers that this source knows, such as arxiv; may be repeated: any of them.")
    private List<String> sources = List.of();

    @Option(names = "--code", description = "Only papers whose code is known.")
    private boolean withCode;

    @Option(names = "--explain", description = "Says of each paper why it is there.")
    private boolean explained;

    @Option(
            names = "--cursor",
            paramLabel = "CURSOR",
            description = "Goes on behind a page: what an answer with the same words, filters and order ended with.")
    private @Nullable String cursor;

    @Option(
            names = "--json",
            description = "Prints one JSON array instead of text; the next page's cursor goes to standard error.")
    private boolean json;

    @Override
    public Integer call() {
        if (limit < 1 || limit > SearchRequest.MOST) {
            throw wrong("--limit needs a number from 1 to " + SearchRequest.MOST + ", not " + limit);
        }
        SearchRequest request = request();
        try (Program program = data.openExisting()) {
            SearchRoom search = program.indexing();
            Indexing.catchUp(search);
            SearchAnswer answer = search.search(request);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(PrintedHits.json(answer.hits()));
                spelling(answer, spec.commandLine().getErr());
                if (answer.next() != null) {
                    spec.commandLine().getErr().println("next: --cursor " + answer.next());
                }
            } else {
                text(answer, search.state(), out);
            }
            out.flush();
            return 0;
        }
    }

    private SearchRequest request() {
        LocalDate first = after == null ? null : after.firstDay();
        LocalDate last = before == null ? null : before.firstDay().minusDays(1);
        Filters filters = new Filters(Set.copyOf(categories), first, last, Set.copyOf(sources), withCode);
        SearchRequest request =
                new SearchRequest(String.join(" ", query), limit, filters, ranking, order, cursor, explained);
        if (request.query().isBlank() && filters.equals(Filters.NONE) && order == Order.RELEVANCE) {
            throw wrong("Say what to look for: words, or at least a filter such as --category cs.CL or an order");
        }
        if (!request.isCursorSound()) {
            throw wrong("--cursor needs what an answer to the same words, with the same filters, --ranking and --sort,"
                    + " ended with");
        }
        return request;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private static void text(SearchAnswer answer, SearchState state, PrintWriter out) {
        if (answer.hits().isEmpty()) {
            out.println("No paper was found among the " + state.indexed() + " held.");
        }
        spelling(answer, out);
        PrintedHits.text(answer.hits(), answer.before(), out);
        if (answer.next() != null) {
            out.println("More of them: the same command with --cursor " + answer.next());
        }
        if (!answer.complete()) {
            out.println("Only " + state.embedded() + " of " + state.indexed()
                    + " papers are compared by meaning so far; a running server does the others.");
        }
    }

    private static void spelling(SearchAnswer answer, PrintWriter out) {
        if (answer.searchedInstead() != null) {
            out.println("No paper holds these words. Searched instead for: " + answer.searchedInstead());
        } else if (answer.didYouMean() != null) {
            out.println("Did you mean: " + answer.didYouMean() + " ?");
        }
    }

    /** A date as exact as it is written. */
    static final class DateConverter implements ITypeConverter<PartialDate> {
        @Override
        public PartialDate convert(String written) {
            try {
                return new PartialDate(written);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "a date is written like 2026, 2026-08 or 2026-08-21; \"" + written + "\" is none");
            }
        }
    }
}
