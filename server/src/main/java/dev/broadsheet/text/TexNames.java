package dev.broadsheet.text;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What TeX's commands are as words. */
final class TexNames {
    /** Letters that commands stand for; folded, as all letters of the index are. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("o", "o"),
            Map.entry("O", "O"),
            Map.entry("l", "l"),
            Map.entry("L", "L"),
            Map.entry("i", "i"),
            Map.entry("j", "j"),
            Map.entry("ss", "ss"),
            Map.entry("ae", "ae"),
            Map.entry("AE", "AE"),
            Map.entry("oe", "oe"),
            Map.entry("OE", "OE"),
            Map.entry("aa", "a"),
            Map.entry("AA", "A"),
            Map.entry("dh", "d"),
            Map.entry("DH", "D"),
            Map.entry("th", "th"),
            Map.entry("TH", "TH"));

    /** Other names of what people say in one way. */
    private static final Map<String, String> SPOKEN =
            Map.of("infty", "infinity", "ell", "l", "surd", "sqrt", "textmu", "mu", "hbar", "h", "imath", "i");

    private static final Set<String> ACCENTS = words("c v u H k r d b t");

    /** Commands that only change the look of what follows. */
    private static final Set<String> LOOKS = words("mathcal mathbb mathbf mathrm mathit mathsf mathtt mathfrak mathscr"
            + " boldsymbol bm operatorname ensuremath mbox hbox text textit textbf textsc textrm texttt textsf textsl"
            + " textnormal textup emph em it bf rm sc tt sf sl hat tilde bar vec dot ddot widehat widetilde overline"
            + " underline acute grave check breve mathring displaystyle textstyle scriptstyle protect xspace"
            + " textsubscript textsuperscript");

    /** Signs, which as characters are no words either, and what holds a formula together. */
    private static final Set<String> SIGNS =
            words("times cdot cdots ldots dots vdots ddots div pm mp le leq leqslant ge"
                    + " geq geqslant ll gg lesssim gtrsim ne neq approx sim simeq cong equiv propto to rightarrow leftarrow"
                    + " leftrightarrow Rightarrow Leftarrow Leftrightarrow longrightarrow mapsto uparrow downarrow in notin ni"
                    + " subset subseteq supset supseteq cup cap setminus wedge vee oplus otimes odot ominus circ ast star bullet"
                    + " mid parallel perp prime dagger ddagger langle rangle lfloor rfloor lceil rceil lvert rvert lVert rVert"
                    + " vert Vert frac dfrac tfrac binom forall exists partial nabla sum prod int quad qquad left right big Big"
                    + " bigg Bigg begin end cite citep citet ref eqref label");

    private static final String[] GREEK = ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi"
                    + " omicron pi rho sigma sigma tau upsilon phi chi psi omega")
            .split(" ");

    private TexNames() {}

    /** The letters that the command stands for within a word, or null. */
    static @Nullable String letters(String command) {
        return LETTERS.get(command);
    }

    /** Whether the command puts an accent on the letter behind it. */
    static boolean isAccent(String command) {
        return ACCENTS.contains(command);
    }

    /** Whether nothing of the command is said, but what follows belongs to what stands before. */
    static boolean isLook(String command) {
        return LOOKS.contains(command);
    }

    /** Whether nothing of the command is said. */
    static boolean isSign(String command) {
        return SIGNS.contains(command);
    }

    /** The word that any other command is read as. */
    static String spoken(String command) {
        boolean variant = command.length() > 4 && command.startsWith("var");
        return variant ? command.substring(3) : SPOKEN.getOrDefault(command, command);
    }

    /** The name of a Greek letter without accent, in lower case, or null. */
    static @Nullable String greek(int letter) {
        if (letter >= 'α' && letter <= 'ω') {
            return GREEK[letter - 'α'];
        }
        return letter >= 'Α' && letter <= 'Ω' ? GREEK[letter - 'Α'] : null;
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
