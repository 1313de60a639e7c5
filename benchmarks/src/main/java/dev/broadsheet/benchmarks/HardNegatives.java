package dev.broadsheet.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Other papers that look much like a paper. */
final class HardNegatives {
    private static final List<String> COMMON = List.of("Editorial", "Introduction", "Preface", "Book review", "Errata");

    private final Random random;
    private final List<Printed> others;

    /** @param others real papers whose authors and abstracts stand in */
    HardNegatives(Random random, List<Printed> others) {
        this.random = random;
        this.others = others;
    }

    private Printed stranger() {
        return others.get(random.nextInt(others.size()));
    }

    /** What somebody wrote under one of the titles that many papers have. */
    List<Printed> commonTitles(int count) {
        List<Printed> papers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String title = COMMON.get(i % COMMON.size());
            papers.add(others.get(i)
                    .another("common-" + i)
                    .titled(title, "common title, other authors")
                    .in(2024, "")
                    .saying("", ""));
        }
        return papers;
    }

    /** Another paper that is related to this one; the same one each time for one kind. */
    Printed of(Printed paper, int kind) {
        Printed other = paper.another(paper.truth() + " and another, " + kind);
        String title = paper.title();
        String head = title.split(":\\s+", 2)[0];
        String silent = random.nextBoolean() ? "" : stranger().abstractText();
        return switch (kind % 12) {
            case 0 -> other.titled(title + " II", "second part").saying(silent, "");
            case 1 ->
                other.titled(title + ", Part 2", "second part")
                        .in(paper.year() + 1, "")
                        .saying(silent, "");
            case 2 -> other.titled("Erratum: " + title, "erratum").saying(silent, "");
            case 3 -> other.titled(title + ": Corrigendum", "corrigendum").saying(silent, "");
            case 4 ->
                other.titled("Comment on “" + title + "”", "comment")
                        .by(stranger().authors(), "")
                        .saying("", "");
            case 5 -> other.titled("Reply to Comment on " + title, "reply").saying("", "");
            case 6 ->
                other.titled(title + ": Supplementary Material", "supplement").saying(silent, "");
            case 7 ->
                other.titled(head + ": " + stranger().title(), "other subtitle, same authors")
                        .saying(silent, "");
            case 8 ->
                other.by(stranger().authors(), "")
                        .titled(title, "same title, other authors")
                        .saying(silent, "");
            case 9 ->
                other.titled(oneWordChanged(title), "one word changed, same authors")
                        .saying(silent, "");
            case 10 ->
                other.by(List.of("Zbigniew " + family(paper)), "")
                        .titled(title, "same title, another of the family name")
                        .saying(silent, "");
            case 11 -> {
                // Its abstract alone says that it is another paper; without a subtitle nobody would doubt that it is
                // this one.
                if (head.equals(title)) {
                    yield other.titled(title + ": Poster", "poster").saying(silent, "");
                }
                yield other.titled(head, "main title alone, same authors, other abstract")
                        .saying(stranger().abstractText(), "");
            }
            default -> throw new IllegalStateException("no such kind");
        };
    }

    private static String family(Printed paper) {
        String first = paper.authors().getFirst();
        // Nobody whose own given name begins with that letter.
        return first.startsWith("Z") ? "Nobody" : first.substring(first.lastIndexOf(' ') + 1);
    }

    private String oneWordChanged(String title) {
        List<String> words = new ArrayList<>(Arrays.asList(title.split(" ")));
        words.set(random.nextInt(words.size()), "Nonuniform");
        return String.join(" ", words);
    }
}
