package dev.broadsheet.cli;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.paper.TexText;
import dev.broadsheet.search.SearchAnswer;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Ranking;
import dev.broadsheet.search.SearchRoom;
import dev.broadsheet.search.SearchState;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code broadsheet search}. */
@Command(
        name = "search",
        description = "Finds papers by words and by meaning, as the page does.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples: broadsheet search \"spectral bias of neural networks\"",
            "          broadsheet search 2501.01234 --json",
            "          broadsheet search 'author:\"J. Pearl\" \"causal inference\" after:2020 -survey'",
            "",
            "In a query: \"exact phrase\", -without, author: title: abstract: cat:cs.CL year:2024",
            "after:2024-05 before: has:code id:, OR and parentheses; see docs/searching.md."
        })
final class SearchCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final int SHOWN_AUTHORS = 5;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(
            arity = "1..*",
            paramLabel = "QUERY",
            description = "Words, a sentence, an arXiv number, a DOI or an address.")
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

    @Option(names = "--json", description = "Prints one JSON array instead of text.")
    private boolean json;

    @Override
    public Integer call() {
        if (limit < 1 || limit > SearchRequest.MOST) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(), "--limit needs a number from 1 to " + SearchRequest.MOST + ", not " + limit);
        }
        try (Installation installation = Installation.openExisting(data.folder());
                SearchRoom search =
                        SearchRoom.open(installation.folder(), installation.catalogue(), SearchRoom.Options.INDEXING)) {
            ProgressLine progress = ProgressLine.onStandardError();
            search.catchUp(
                    LOOK,
                    () -> false,
                    state -> progress.show(
                            state.indexedRevision(), state.latestRevision(), "bringing the index up to date"));
            SearchAnswer answer =
                    search.search(new SearchRequest(String.join(" ", query), limit, Filters.NONE, ranking));
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(json(answer));
            } else {
                text(answer, search.state(), out);
            }
            out.flush();
            return 0;
        }
    }

    private static void text(SearchAnswer answer, SearchState state, PrintWriter out) {
        if (answer.hits().isEmpty()) {
            out.println("No paper was found among the " + state.indexed() + " held.");
        }
        if (answer.searchedInstead() != null) {
            out.println("No paper holds these words. Searched instead for: " + answer.searchedInstead());
        } else if (answer.didYouMean() != null) {
            out.println("Did you mean: " + answer.didYouMean() + " ?");
        }
        int place = 0;
        for (Hit hit : answer.hits()) {
            Metadata metadata = hit.paper().metadata();
            out.printf("%3d. %s%n", ++place, TexText.plain(metadata.title()));
            List<String> line = new ArrayList<>();
            line.add(authors(metadata));
            PartialDate day = metadata.day();
            line.add(day == null ? "" : day.text());
            line.add(String.join(" ", metadata.categories()));
            line.add(hit.paper().id().value());
            line.removeIf(String::isEmpty);
            out.println("     " + String.join(" · ", line));
        }
        if (!answer.complete()) {
            out.println("Only " + state.embedded() + " of " + state.indexed()
                    + " papers are compared by meaning so far; a running server does the others.");
        }
    }

    private static String authors(Metadata metadata) {
        List<String> names = metadata.authors().stream()
                .limit(SHOWN_AUTHORS)
                .map(Author::name)
                .toList();
        int others = metadata.authors().size() - names.size();
        return String.join(", ", names) + (others > 0 ? " and " + others + " more" : "");
    }

    private static String json(SearchAnswer answer) {
        List<Map<String, @Nullable Object>> hits = new ArrayList<>();
        for (Hit hit : answer.hits()) {
            Metadata metadata = hit.paper().metadata();
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("id", hit.paper().id().value());
            fields.put("score", hit.score());
            fields.put("title", metadata.title());
            fields.put("authors", metadata.authors().stream().map(Author::name).toList());
            PartialDate day = metadata.day();
            fields.put("date", day == null ? null : day.text());
            fields.put("categories", metadata.categories());
            fields.put("abstract", metadata.abstractText());
            hits.add(fields);
        }
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(hits);
    }
}
