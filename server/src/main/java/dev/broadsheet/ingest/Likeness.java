package dev.broadsheet.ingest;

import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.paper.TitleKey;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether two records without a common identifier describe the same paper. The title alone never
 * says so ("Introduction"): authors and year must agree as well, or the abstracts must be nearly
 * the same.
 */
final class Likeness {
    /** Shorter abstracts ("No abstract available.") say nothing. */
    private static final int FEWEST_WORDS = 20;

    private static final int SHINGLE = 3;

    /** The part of their shingles that two abstracts must share. */
    private static final double NEARLY_SAME = 0.8;

    /** A preprint and its printing may stand in neighbouring years. */
    private static final int YEARS_APART = 1;

    private Likeness() {}

    static boolean of(KnownRecord one, KnownRecord other) {
        if (one.apart() || other.apart()) {
            return false;
        }
        return of(one.metadata(), other.metadata());
    }

    static boolean of(Metadata one, Metadata other) {
        String key = TitleKey.of(one.title());
        if (key.isEmpty() || !key.equals(TitleKey.of(other.title()))) {
            return false;
        }
        return (Authorship.agree(one.authors(), other.authors()) && yearsAgree(one, other))
                || abstractsAgree(one.abstractText(), other.abstractText());
    }

    /** Whether an abstract is long enough to tell papers apart. */
    static boolean isTelling(String abstractText) {
        return TitleKey.of(abstractText).split(" ").length >= FEWEST_WORDS;
    }

    private static boolean yearsAgree(Metadata one, Metadata other) {
        PartialDate first = earliest(one);
        PartialDate second = earliest(other);
        return first == null || second == null || Math.abs(first.year() - second.year()) <= YEARS_APART;
    }

    private static @Nullable PartialDate earliest(Metadata metadata) {
        return Stream.of(metadata.published(), metadata.announced(), metadata.updated())
                .filter(Objects::nonNull)
                .min(PartialDate::compareTo)
                .orElse(null);
    }

    private static boolean abstractsAgree(String one, String other) {
        String[] first = TitleKey.of(one).split(" ");
        String[] second = TitleKey.of(other).split(" ");
        if (first.length < FEWEST_WORDS || second.length < FEWEST_WORDS) {
            return false;
        }
        Set<String> shingles = shingles(first);
        Set<String> others = shingles(second);
        long shared = shingles.stream().filter(others::contains).count();
        return shared >= NEARLY_SAME * (shingles.size() + others.size() - shared);
    }

    private static Set<String> shingles(String[] words) {
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + SHINGLE <= words.length; i++) {
            shingles.add(words[i] + " " + words[i + 1] + " " + words[i + 2]);
        }
        return shingles;
    }
}
