package dev.broadsheet.source.arxiv;

import dev.broadsheet.paper.Author;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.xml.XmlElement;
import dev.broadsheet.text.LatexAccents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Authors in one text, as submitters write them by arXiv's rules (info.arxiv.org/help/prep): between
 * commas or "and", affiliations in parentheses after a name, or numbers there that a list at the end
 * explains; a collaboration may stand before a colon.
 */
final class ArxivAuthors {
    private static final Pattern NUMBERS = Pattern.compile("\\s*\\d{1,3}(?:\\s*(?:,|and|&)\\s*\\d{1,3})*\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final Pattern NUMBERED =
            Pattern.compile("\\(\\s*(\\d{1,3})\\s*\\)([^()]*(?:\\([^()\\d][^()]*\\)[^()]*)*)");
    private static final Pattern SUFFIX = Pattern.compile("(?:Jr|Sr|II|III|IV)\\.?");

    private final List<String> names = new ArrayList<>();
    private final List<List<String>> affiliations = new ArrayList<>();
    private final Map<String, String> explained = new HashMap<>();
    private List<String> current = new ArrayList<>();

    private ArxivAuthors() {}

    static List<Author> read(String text) {
        ArxivAuthors authors = new ArxivAuthors();
        authors.split(LatexAccents.toUnicode(Text.line(text)));
        List<Author> read = new ArrayList<>();
        for (int i = 0; i < authors.names.size(); i++) {
            read.add(new Author(authors.names.get(i), null, authors.resolved(authors.affiliations.get(i))));
        }
        return read;
    }

    /** The author of this name, with the affiliations in the element; empty without a name. */
    static Optional<Author> one(String name, XmlElement author) {
        String clean = LatexAccents.toUnicode(Text.line(name));
        List<String> affiliations = author.children("affiliation")
                .map(affiliation -> LatexAccents.toUnicode(Text.line(affiliation.text())))
                .filter(affiliation -> !affiliation.isEmpty())
                .toList();
        return clean.isEmpty() ? Optional.empty() : Optional.of(new Author(clean, null, affiliations));
    }

    private void split(String text) {
        StringBuilder name = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char letter = text.charAt(i);
            if (letter == '(') {
                int end = closing(text, i);
                parenthesis(text.substring(i + 1, end));
                i = end + 1;
            } else if (letter == ',' || letter == ';' || (letter == ':' && collaboration(name))) {
                finish(name);
                i++;
            } else if (letter == ' ' && (text.startsWith(" and ", i) || text.startsWith(" & ", i))) {
                finish(name);
                i = text.indexOf(' ', i + 1);
            } else {
                name.append(letter);
                i++;
            }
        }
        finish(name);
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char letter = text.charAt(i);
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private void parenthesis(String content) {
        Matcher numbered = NUMBERED.matcher(content);
        if (!numbered.lookingAt()) {
            current.add(content);
            return;
        }
        numbered.reset();
        while (numbered.find()) {
            String meaning = numbered.group(2)
                    .strip()
                    .replaceFirst("[,;]?(?:\\s+and)?$", "")
                    .replaceFirst("^[,;:]\\s*", "");
            explained.put(numbered.group(1), meaning.strip());
        }
    }

    private void finish(StringBuilder builder) {
        String name = Text.line(builder.toString());
        builder.setLength(0);
        if (name.startsWith("and ")) {
            name = name.substring("and ".length());
        }
        if (SUFFIX.matcher(name).matches() && !names.isEmpty()) {
            names.set(names.size() - 1, names.getLast() + " " + name);
            affiliations.getLast().addAll(current);
        } else if (!name.isEmpty() && !name.equals("and")) {
            names.add(name);
            affiliations.add(current);
        } else if (!affiliations.isEmpty()) {
            affiliations.getLast().addAll(current);
        }
        current = new ArrayList<>();
    }

    private List<String> resolved(List<String> written) {
        List<String> resolved = new ArrayList<>();
        for (String one : written) {
            if (!NUMBERS.matcher(one).matches()) {
                add(resolved, one);
                continue;
            }
            Matcher number = NUMBER.matcher(one);
            while (number.find()) {
                add(resolved, explained.getOrDefault(number.group(), ""));
            }
        }
        return resolved;
    }

    private static void add(List<String> affiliations, String affiliation) {
        String line = Text.line(affiliation);
        if (!line.isEmpty()) {
            affiliations.add(line);
        }
    }

    private static boolean collaboration(StringBuilder name) {
        String lower = name.toString().toLowerCase(java.util.Locale.ROOT);
        return lower.contains("collaboration")
                || lower.contains("group")
                || lower.contains("team")
                || lower.contains("consortium");
    }
}
