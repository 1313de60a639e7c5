package dev.broadsheet.source.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;

/** LaTeX's ways to write letters, as the letters. Mathematics and other commands stay as they are. */
final class LatexAccents {
    private static final String COMMAND =
            "\\\\(?:[`'^\"~=.](?:\\s*\\{\\\\?[A-Za-z]\\}|\\s*\\\\[ij](?![A-Za-z])|[A-Za-z])"
                    + "|[uvHcdbrk](?:\\s*\\{\\\\?[A-Za-z]\\}|\\s+[A-Za-z](?![A-Za-z]))"
                    + "|(?:ss|ae|AE|oe|OE|aa|AA|o|O|l|L)(?![A-Za-z])(?:\\{\\}|\\s+)?)";
    private static final Pattern LETTER = Pattern.compile("\\{(" + COMMAND + ")\\}|(" + COMMAND + ")");
    private static final Pattern MATHEMATICS = Pattern.compile("\\$[^$]*\\$");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([&%#_])");

    private LatexAccents() {}

    static String toUnicode(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        return LETTER.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        letter(match.group(1) != null ? match.group(1) : match.group(2), match.group())));
    }

    /** Also without the braces that protect capitals and without escapes. */
    static String plain(String text) {
        String letters = toUnicode(text);
        Matcher mathematics = MATHEMATICS.matcher(letters);
        StringBuilder plain = new StringBuilder();
        int from = 0;
        while (mathematics.find()) {
            plain.append(unprotected(letters.substring(from, mathematics.start())))
                    .append(mathematics.group());
            from = mathematics.end();
        }
        return plain.append(unprotected(letters.substring(from))).toString();
    }

    private static String unprotected(String text) {
        String unescaped = ESCAPED.matcher(text).replaceAll("$1");
        // A brace after a command belongs to it.
        return unescaped.indexOf('\\') >= 0 ? unescaped : unescaped.replaceAll("[{}]", "");
    }

    private static String letter(String command, String source) {
        String own = switch (command.replaceAll("[\\\\{}\\s]", "")) {
            case "L" -> "Ł";
            case "l" -> "ł";
            default -> "";
        };
        if (!own.isEmpty()) {
            return own;
        }
        try {
            String letter =
                    new LaTeXPrinter().print(new LaTeXParser().parse(command)).strip();
            return letter.isEmpty() || letter.indexOf('\\') >= 0 ? source : letter;
        } catch (ParseException | TokenMgrException e) {
            return source;
        }
    }
}
