package dev.broadsheet.text;

import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the TeX commands mean that people use in titles and abstracts. */
final class TexCommands {
    /** Commands for a letter or a sign in prose. */
    private static final Map<String, String> CHARACTERS = Map.ofEntries(
            Map.entry("o", "ø"),
            Map.entry("O", "Ø"),
            Map.entry("l", "ł"),
            Map.entry("L", "Ł"),
            Map.entry("ss", "ß"),
            Map.entry("ae", "æ"),
            Map.entry("AE", "Æ"),
            Map.entry("oe", "œ"),
            Map.entry("OE", "Œ"),
            Map.entry("aa", "å"),
            Map.entry("AA", "Å"),
            Map.entry("i", "ı"),
            Map.entry("j", "ȷ"),
            Map.entry("dh", "ð"),
            Map.entry("DH", "Ð"),
            Map.entry("th", "þ"),
            Map.entry("TH", "Þ"),
            Map.entry("S", "§"),
            Map.entry("P", "¶"),
            Map.entry("dag", "†"),
            Map.entry("ddag", "‡"),
            Map.entry("copyright", "©"),
            Map.entry("pounds", "£"),
            Map.entry("dots", "…"),
            Map.entry("ldots", "…"),
            Map.entry("textellipsis", "…"),
            Map.entry("textendash", "–"),
            Map.entry("textemdash", "—"),
            Map.entry("textregistered", "®"),
            Map.entry("texttrademark", "™"),
            Map.entry("textbackslash", "\\"),
            Map.entry("textasciitilde", "~"),
            Map.entry("textasciicircum", "^"),
            Map.entry("textunderscore", "_"),
            Map.entry("textdegree", "°"),
            Map.entry("deg", "°"),
            Map.entry("degree", "°"),
            Map.entry("angstrom", "Å"),
            Map.entry("slash", "/"),
            Map.entry("percent", "%"),
            Map.entry("space", " "),
            Map.entry("bigskip", " "),
            Map.entry("eg", "e.g."),
            Map.entry("ie", "i.e."),
            Map.entry("etc", "etc."),
            Map.entry("etal", "et al."),
            Map.entry("wrt", "w.r.t."),
            Map.entry("textquoteright", "’"),
            Map.entry("textquoteleft", "‘"),
            Map.entry("textquotedblleft", "“"),
            Map.entry("textquotedblright", "”"),
            Map.entry("textmu", "µ"),
            Map.entry("textgreater", ">"),
            Map.entry("textless", "<"),
            Map.entry("TeX", "TeX"),
            Map.entry("LaTeX", "LaTeX"),
            Map.entry("quad", " "),
            Map.entry("qquad", " "),
            Map.entry("newline", " "),
            Map.entry("par", " "),
            Map.entry("item", " • "));

    /** Accents: the combining character that follows the letter. */
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("'", "\u0301"),
            Map.entry("`", "\u0300"),
            Map.entry("^", "\u0302"),
            Map.entry("\"", "\u0308"),
            Map.entry("~", "\u0303"),
            Map.entry("=", "\u0304"),
            Map.entry(".", "\u0307"),
            Map.entry("c", "\u0327"),
            Map.entry("v", "\u030C"),
            Map.entry("u", "\u0306"),
            Map.entry("H", "\u030B"),
            Map.entry("k", "\u0328"),
            Map.entry("r", "\u030A"),
            Map.entry("d", "\u0323"),
            Map.entry("b", "\u0331"));

    /** Commands that only change how prose looks: dropped, what they apply to stays. */
    private static final Set<String> LOOKS = Set.of(
            ("emph textbf textit textsl textsc texttt textrm textsf textmd textup textnormal underline uline mbox hbox"
                            + " text footnote em bf it sl sc tt rm sf bfseries itshape scshape ttfamily small large"
                            + " normalsize footnotesize noindent centering left right big Big bigg Bigg xspace protect"
                            + " textsuperscript textsubscript ensuremath uppercase displaystyle title section paragraph")
                    .split(" "));

    /** Commands that mean nothing outside the paper: dropped with what they apply to. */
    private static final Set<String> REFERENCES = Set.of(
            "cite citep citet citealp citeauthor citeyear nocite ref eqref autoref cref label vspace hspace begin end"
                    .split(" "));

    /** Commands that are mathematics even where the author forgot the dollars. */
    private static final Set<String> MATHEMATICS = Set.of(
            ("alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho"
                            + " varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi"
                            + " Sigma Upsilon Phi Psi Omega aleph hbar ell Re Im partial nabla infty emptyset varnothing"
                            + " forall exists neg angle triangle sim simeq approx cong equiv propto neq ne leq le geq ge ll"
                            + " gg lesssim gtrsim leqslant geqslant prec succ preceq succeq subset supset subseteq"
                            + " supseteq in ni notin mid parallel perp vdash models pm mp times div cdot cdots ast star"
                            + " circ bullet oplus ominus otimes odot wedge vee cap cup setminus wr amalg to rightarrow"
                            + " leftarrow Rightarrow Leftarrow leftrightarrow Leftrightarrow longrightarrow"
                            + " longleftarrow mapsto uparrow downarrow rightleftharpoons hookrightarrow sum prod int"
                            + " oint iint bigcup bigcap bigoplus bigotimes coprod sqrt frac dfrac tfrac binom overline"
                            + " widehat widetilde hat tilde bar vec dot ddot acute grave check breve mathring mathcal"
                            + " mathbb mathbf mathrm mathit mathsf mathtt mathfrak mathscr boldsymbol bm operatorname"
                            + " log ln exp sin cos tan min max sup inf lim arg det dim ker Pr gcd tanh cosh sinh"
                            + " arcsin arccos arctan liminf limsup argmax argmin langle rangle lfloor rfloor lceil"
                            + " rceil lVert rVert lvert rvert vert Vert prime top bot dagger ddagger natural"
                            + " sharp flat heartsuit clubsuit square lambdabar textgamma mho")
                    .split(" "));

    private TexCommands() {}

    static @Nullable String character(String command) {
        return CHARACTERS.get(command);
    }

    static boolean isAccent(String command) {
        return ACCENTS.containsKey(command);
    }

    /** The letter under the accent, as one character where Unicode has it. */
    static String accented(String accent, String letter) {
        String base = letter.equals("ı") ? "i" : letter.equals("ȷ") ? "j" : letter;
        return Normalizer.normalize(base + ACCENTS.getOrDefault(accent, ""), Normalizer.Form.NFC);
    }

    static boolean isLook(String command) {
        return LOOKS.contains(command);
    }

    static boolean isReference(String command) {
        return REFERENCES.contains(command);
    }

    static boolean isMathematics(String command) {
        return MATHEMATICS.contains(command);
    }
}
