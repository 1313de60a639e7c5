package dev.broadsheet.discussion.markup;

import dev.broadsheet.text.TexFormulas;
import dev.broadsheet.text.TexFormulas.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the formulas out of a text before Markdown sees it, and knows them again by the sign that stands in their place.
 * Immutable.
 *
 * @param text with a sign in the place of each formula
 */
record Formulas(String text, List<Formula> formulas, List<String> written) {
    /** What stands in the place of a formula; its number is in the group "formula". */
    static final String SIGN = "\uE000(?<formula>\\d{1,6})\uE001";

    private static final Pattern SIGNS = Pattern.compile(SIGN);
    /** Ours, whoever typed them. */
    private static final Pattern OURS = Pattern.compile("[\uE000-\uE002]");

    private static final Pattern QUOTING = Pattern.compile("(?m)^[ \\t]*>[ \\t]?");

    static Formulas takenFrom(String source) {
        String clean =
                OURS.matcher(source.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("\uFFFD");
        String masked = CodeMask.of(clean);
        StringBuilder text = new StringBuilder();
        List<Formula> formulas = new ArrayList<>();
        List<String> written = new ArrayList<>();
        int here = 0;
        for (Formula formula : TexFormulas.in(masked)) {
            String typed = clean.substring(formula.start(), formula.end());
            if (formula.source().indexOf(CodeMask.BLOT) >= 0) {
                continue;
            }
            text.append(clean, here, formula.start())
                    .append('\uE000')
                    .append(formulas.size())
                    .append('\uE001');
            boolean quoted = typed.indexOf('\n') >= 0 && isQuoted(clean, formula.start());
            formulas.add(quoted ? unquoted(formula) : formula);
            written.add(typed);
            here = formula.end();
        }
        return new Formulas(text.append(clean, here, clean.length()).toString(), formulas, written);
    }

    /** A text with the formulas as they were typed: for code, addresses, and wherever else there is no mathematics. */
    String restored(String some) {
        Matcher signs = SIGNS.matcher(some);
        return signs.replaceAll(sign -> {
            int number = Integer.parseInt(sign.group(1));
            return Matcher.quoteReplacement(number < written.size() ? written.get(number) : "");
        });
    }

    /** In a quotation each line of a formula begins with the sign of quoting. */
    private static boolean isQuoted(String text, int start) {
        int line = text.lastIndexOf('\n', start) + 1;
        return text.substring(line, start).stripLeading().startsWith(">");
    }

    private static Formula unquoted(Formula formula) {
        String source = QUOTING.matcher(formula.source()).replaceAll("").strip();
        return new Formula(formula.start(), formula.end(), source, formula.display());
    }
}
