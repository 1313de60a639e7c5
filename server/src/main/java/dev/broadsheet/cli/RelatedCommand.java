package dev.broadsheet.cli;

import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.program.Program;
import dev.broadsheet.search.RelatedRequest;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.search.SearchRoom;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code broadsheet related}. */
@Command(
        name = "related",
        description = "Finds the papers near in meaning to some, and away from others.",
        mixinStandardHelpOptions = true,
        footer = "%nExample: broadsheet related 2501.01234 2503.04321 --unlike 2502.00001 --sort date")
final class RelatedCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(arity = "1..*", paramLabel = "PAPER", description = "Papers to be near to; any address of each.")
    private List<String> like = List.of();

    @Option(names = "--unlike", paramLabel = "PAPER", description = "A paper to stay away from; may be repeated.")
    private List<String> unlike = List.of();

    @Option(
            names = "--sort",
            defaultValue = "relevance",
            paramLabel = "ORDER",
            description = "${COMPLETION-CANDIDATES} (default: relevance, the nearest first). Any other is that of the"
                    + " hundred nearest.")
    private Order order = Order.RELEVANCE;

    @Option(
            names = "--limit",
            defaultValue = "10",
            paramLabel = "N",
            description = "How many papers at most, 1 to 100 (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "Prints one JSON array instead of text.")
    private boolean json;

    @Override
    public Integer call() {
        int most = RelatedRequest.MOST;
        if (limit < 1 || limit > most || like.size() > most || unlike.size() > most) {
            throw new ParameterException(
                    spec.commandLine(), "--limit needs a number from 1 to " + most + ", and at most as many papers");
        }
        try (Program program = data.openExisting()) {
            SearchRoom search = program.indexing();
            RelatedRequest request = new RelatedRequest(
                    numbers(like, program.catalogue()), numbers(unlike, program.catalogue()), limit, order);
            Indexing.catchUp(search);
            print(search.related(request), spec.commandLine().getOut());
            return 0;
        }
    }

    private void print(List<Hit> hits, PrintWriter out) {
        if (json) {
            out.println(PrintedHits.json(hits));
        } else if (hits.isEmpty()) {
            out.println(
                    "Nothing can be compared with them yet: papers are read for their meaning by a running server.");
        } else {
            PrintedHits.text(hits, 0, out);
        }
        out.flush();
    }

    private static List<Long> numbers(List<String> names, Catalogue catalogue) {
        return names.stream()
                .map(name -> catalogue
                        .find(name)
                        .map(Paper::number)
                        .orElseThrow(() -> new OperatorException("No paper here by the name " + name + ".")))
                .toList();
    }
}
