package dev.broadsheet.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What others may see of what a person does, each as the person chose. What is not shown appears nowhere that names the
 * person: neither on their page nor in a list of who did something nor in what the API answers. The person sees all of
 * their own.
 */
public enum Shown {
    /** The papers they wrote. */
    PAPERS("papers you wrote"),
    /** The papers they submitted, gathered on their page; a list itself names who put a paper there. */
    SUBMITTED("papers you submitted"),
    /** The papers they upvoted. */
    UPVOTED("papers you upvoted"),
    /** What they wrote in discussions, gathered on their page; a comment itself always names its author. */
    COMMENTS("what you wrote in discussions"),
    /** Whom they follow. */
    FOLLOWING("whom you follow");

    /** What a new account shows: what is done in public anyway. */
    public static final Set<Shown> USUAL = Set.of(PAPERS, SUBMITTED, COMMENTS);

    private final String meaning;

    Shown(String meaning) {
        this.meaning = meaning;
    }

    /** What it is, in a few words to the person. */
    public String meaning() {
        return meaning;
    }

    /** As forms and the database write it: {@code upvoted}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The choices of a stored text: words between blanks. Words that are not known are passed over. */
    public static Set<Shown> of(String words) {
        Set<String> found = Set.of(Arrays.stream(words.split(" ")).distinct().toArray(String[]::new));
        Set<Shown> shown = EnumSet.noneOf(Shown.class);
        Arrays.stream(values()).filter(choice -> found.contains(choice.word())).forEach(shown::add);
        return shown;
    }

    /** The text to store for these choices. */
    public static String words(Set<Shown> shown) {
        return Arrays.stream(values()).filter(shown::contains).map(Shown::word).collect(Collectors.joining(" "));
    }
}
