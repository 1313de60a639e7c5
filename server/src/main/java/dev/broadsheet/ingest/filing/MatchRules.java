package dev.broadsheet.ingest.filing;

import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.text.TitleKey;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether two records without a common identifier describe the same paper. The title alone never
 * says so ("Introduction"): the abstracts must be nearly the same, or authors and year must agree
 * as well and no two DOIs speak against it (an "Editorial" a year by the same person).
 */
final class MatchRules {
    /** Shorter abstracts ("No abstract available.") say nothing. */
    private static final int FEWEST_WORDS = 20;

    /** What is longer is a whole book; so many characters tell it from others. */
    private static final int LONGEST_ABSTRACT = 20_000;

    private static final int SHINGLE = 3;

    /** The part of their shingles that two abstracts must share. */
    private static final double NEARLY_SAME = 0.8;

    /** Shorter main titles ("Introduction") are those of many papers. */
    private static final int FEWEST_TITLE_WORDS = 3;

    private static final Pattern OF_ANOTHER_PAPER = Pattern.compile(
            "\\W*(?:(?:part|erratum|errata|corrigend|correction|addend|supplement|appendix|reply|response|comment"
                    + "|rejoinder|retraction|version|extended|abstract|poster)|[ivx]+\\b|\\d)",
            Pattern.CASE_INSENSITIVE);

    private MatchRules() {}

    static boolean match(KnownRecord one, KnownRecord other) {
        return byAuthorsAndYear(one, other)
                || byAbstract(one, other)
                || byMainTitle(one, other)
                || byMainTitle(other, one);
    }

    static boolean byAbstract(KnownRecord one, KnownRecord other) {
        return sameTitle(one, other)
                && abstractsAgree(
                        one.metadata().abstractText(), other.metadata().abstractText());
    }

    static boolean byAuthorsAndYear(KnownRecord one, KnownRecord other) {
        return sameTitle(one, other)
                && mayShare(one.names(Scheme.DOI), other.names(Scheme.DOI))
                && yearsAgree(one, other)
                && Authorship.agree(one.metadata().authors(), other.metadata().authors());
    }

    /**
     * Whether the first record may be the second one's paper with its subtitle dropped: all authors and
     * the year must agree, and the abstracts where both have one. Where the first has none, the main title
     * must be long enough. The subtitle must not be what parts a paper from its sequel or correction.
     */
    static boolean byMainTitle(KnownRecord cut, KnownRecord whole) {
        String main = whole.mainTitle();
        if (main == null || cut.apart() || whole.apart() || !cut.titleKey().equals(TitleKey.joined(main))) {
            return false;
        }
        String subtitle = whole.metadata().title().substring(main.length());
        return !OF_ANOTHER_PAPER.matcher(subtitle).lookingAt()
                && mayShare(cut.names(Scheme.DOI), whole.names(Scheme.DOI))
                && yearsAgree(cut, whole)
                && Authorship.agreeWhole(
                        cut.metadata().authors(), whole.metadata().authors())
                && abstractsOrTitleSpeakFor(cut, whole, main);
    }

    private static boolean abstractsOrTitleSpeakFor(KnownRecord cut, KnownRecord whole, String main) {
        String one = cut.metadata().abstractText();
        String other = whole.metadata().abstractText();
        if (isTelling(one) && isTelling(other)) {
            return oneHoldsOther(one, other);
        }
        // A whole record does without its abstract's word only against one that has hardly anything.
        return one.isBlank() && isTelling(other) && TitleKey.of(main).split(" ").length >= FEWEST_TITLE_WORDS;
    }

    /** Whether these names of one scheme may be those of one paper: where both are known, one is shared. */
    static boolean mayShare(Set<String> names, Set<String> others) {
        return names.isEmpty() || others.isEmpty() || !Collections.disjoint(names, others);
    }

    private static boolean sameTitle(KnownRecord one, KnownRecord other) {
        if (one.apart() || other.apart()) {
            return false;
        }
        String key = one.titleKey();
        return !key.isEmpty() && key.equals(other.titleKey());
    }

    /** Whether an abstract is long enough to tell papers apart. */
    static boolean isTelling(String abstractText) {
        return TitleKey.of(cut(abstractText)).split(" ").length >= FEWEST_WORDS;
    }

    private static boolean yearsAgree(KnownRecord one, KnownRecord other) {
        Years first = Years.of(one);
        Years second = Years.of(other);
        return first != null && second != null && first.mayJoin(second);
    }

    private static boolean abstractsAgree(String one, String other) {
        String[] first = TitleKey.of(cut(one)).split(" ");
        String[] second = TitleKey.of(cut(other)).split(" ");
        if (first.length < FEWEST_WORDS || second.length < FEWEST_WORDS) {
            return false;
        }
        Set<String> shingles = shingles(first);
        Set<String> others = shingles(second);
        long shared = shingles.stream().filter(others::contains).count();
        return shared >= NEARLY_SAME * (shingles.size() + others.size() - shared);
    }

    /** Whether the longer abstract has nearly all that the shorter one has. */
    private static boolean oneHoldsOther(String one, String other) {
        Set<String> shingles = shingles(TitleKey.of(cut(one)).split(" "));
        Set<String> others = shingles(TitleKey.of(cut(other)).split(" "));
        long shared = shingles.stream().filter(others::contains).count();
        return shared >= NEARLY_SAME * Math.min(shingles.size(), others.size());
    }

    private static String cut(String abstractText) {
        return abstractText.substring(0, Math.min(abstractText.length(), LONGEST_ABSTRACT));
    }

    private static Set<String> shingles(String[] words) {
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + SHINGLE <= words.length; i++) {
            shingles.add(words[i] + " " + words[i + 1] + " " + words[i + 2]);
        }
        return shingles;
    }
}
