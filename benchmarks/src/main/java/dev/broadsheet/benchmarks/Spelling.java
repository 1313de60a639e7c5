package dev.broadsheet.benchmarks;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One text in TeX and in Unicode, as publishers and reference managers turn one into the other. */
final class Spelling {
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("Delta", "Δ"),
            Map.entry("epsilon", "ϵ"),
            Map.entry("varepsilon", "ε"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("kappa", "κ"),
            Map.entry("lambda", "λ"),
            Map.entry("Lambda", "Λ"),
            Map.entry("mu", "μ"),
            Map.entry("nu", "ν"),
            Map.entry("pi", "π"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("Sigma", "Σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "ϕ"),
            Map.entry("varphi", "φ"),
            Map.entry("chi", "χ"),
            Map.entry("psi", "ψ"),
            Map.entry("omega", "ω"),
            Map.entry("Omega", "Ω"),
            Map.entry("ell", "ℓ"),
            Map.entry("infty", "∞"),
            Map.entry("times", "×"),
            Map.entry("to", "→"),
            Map.entry("rightarrow", "→"),
            Map.entry("sim", "∼"),
            Map.entry("approx", "≈"),
            Map.entry("pm", "±"),
            Map.entry("cdot", "·"),
            Map.entry("odot", "⊙"),
            Map.entry("o", "ø"),
            Map.entry("O", "Ø"),
            Map.entry("l", "ł"),
            Map.entry("L", "Ł"),
            Map.entry("ss", "ß"),
            Map.entry("ae", "æ"),
            Map.entry("aa", "å"));

    private static final String COMMANDS = "'`^\"~=.cvuHkr";
    private static final String MARKS =
            "\u0301\u0300\u0302\u0308\u0303\u0304\u0307\u0327\u030C\u0306\u030B\u0328\u030A";

    private static final Pattern ACCENT =
            Pattern.compile("\\{?\\\\(?:(['`^\"~=.])\\s*|([cvuHkr])(?=[\\s{])\\s*)\\{?\\\\?([a-zA-Z])\\}?\\}?");
    private static final Pattern SIGN = Pattern.compile("\\\\([a-zA-Z]+)\\s?");
    private static final Pattern SMALL = Pattern.compile("([_^])(?:\\{([0-9+]+)\\}|([0-9]))");

    private Spelling() {}

    static String unicode(String tex) {
        String text = ACCENT.matcher(tex).replaceAll(match -> {
            String command = match.group(1) == null ? match.group(2) : match.group(1);
            String mark = String.valueOf(MARKS.charAt(COMMANDS.indexOf(command)));
            return Normalizer.normalize(match.group(3) + mark, Normalizer.Form.NFC);
        });
        text = SIGN.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(SIGNS.getOrDefault(match.group(1), match.group())));
        text = text.replaceAll(
                "\\\\(?:mathcal|mathbb|mathbf|mathrm|mathit|mathsf|mathfrak|rm|bf|it|text|emph|textit)"
                        + "(?![a-zA-Z])\\s?",
                "");
        text = SMALL.matcher(text)
                .replaceAll(match -> small(match.group(2) == null ? match.group(3) : match.group(2), match.group(1)));
        return text.replaceAll("[${}]", "").replaceAll("\\\\([&%#_ ])", "$1");
    }

    private static String small(String digits, String place) {
        StringBuilder small = new StringBuilder();
        for (char digit : digits.toCharArray()) {
            int raised = "0123456789+".indexOf(digit);
            small.append((place.equals("_") ? "₀₁₂₃₄₅₆₇₈₉₊" : "⁰¹²³⁴⁵⁶⁷⁸⁹⁺").charAt(raised));
        }
        return small.toString();
    }

    /** Accented letters as TeX. */
    static String tex(String unicode) {
        StringBuilder tex = new StringBuilder();
        unicode.codePoints().forEach(letter -> {
            String character = Character.toString(letter);
            String parts = Normalizer.normalize(character, Normalizer.Form.NFD);
            int mark = parts.length() == 2 ? MARKS.indexOf(parts.charAt(1)) : -1;
            tex.append(mark < 0 ? character : "{\\" + COMMANDS.charAt(mark) + "{" + parts.charAt(0) + "}}");
        });
        return tex.toString();
    }
}
