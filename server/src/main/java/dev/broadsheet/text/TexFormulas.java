package dev.broadsheet.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The formulas of a text that is something else than TeX between them: Markdown, for instance. The time taken grows
 * with the length only; a dollar sign that is money opens none.
 */
public final class TexFormulas {
    private TexFormulas() {}

    /**
     * A formula.
     *
     * @param start where its opening delimiter begins
     * @param end behind its closing delimiter
     * @param source TeX without its delimiters
     * @param display whether it stands on a line of its own
     */
    public record Formula(int start, int end, String source, boolean display) {}

    /** All formulas of a text, in its order. */
    public static List<Formula> in(String text) {
        TexDelimiters delimiters = new TexDelimiters(text);
        List<Formula> formulas = new ArrayList<>();
        int here = 0;
        while (here < text.length()) {
            char c = text.charAt(here);
            TexDelimiters.Formula found = c == '$' || c == '\\' ? delimiters.at(here) : null;
            if (found != null) {
                String source = text.substring(found.start(), found.end()).strip();
                formulas.add(new Formula(here, found.after(), source, found.display()));
                here = found.after();
            } else {
                here += c == '\\' ? 2 : 1;
            }
        }
        return formulas;
    }
}
