package dev.broadsheet.search;

import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Made-up papers. */
public final class Papers {
    private static final List<String> WORDS = List.of(
            "graph",
            "neural",
            "network",
            "kernel",
            "bound",
            "random",
            "matrix",
            "learning",
            "policy",
            "quantum",
            "galaxy",
            "protein",
            "tensor",
            "sparse",
            "attention",
            "optimal",
            "transport",
            "language",
            "model",
            "proof");
    private static final List<String> CATEGORIES = List.of("cs.CL", "cs.LG", "math.PR", "hep-th", "stat.ML");

    private Papers() {}

    public static MetadataBuilder random(Random random) {
        return Metadata.titled(words(random, 4) + " " + random.nextInt(1_000_000))
                .abstractText(words(random, 12))
                .categories(List.of(CATEGORIES.get(random.nextInt(CATEGORIES.size()))))
                .published(PartialDate.of(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300))));
    }

    public static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }
}
