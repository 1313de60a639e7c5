package dev.broadsheet.web.paper;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.text.TexText;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A paper as a BibTeX entry, safe to paste whatever its source wrote. */
final class BibTeX {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private BibTeX() {}

    static String of(Paper paper) {
        Metadata metadata = paper.metadata();
        String journal = metadata.journalReference();
        String arxiv = metadata.identifier(Scheme.ARXIV);
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("title", "{" + text(metadata.title()) + "}");
        fields.put("author", authors(metadata.authors()));
        fields.put("year", year(metadata));
        fields.put("journal", journal == null ? null : text(journal));
        fields.put("doi", verbatim(metadata.identifier(Scheme.DOI)));
        fields.put("eprint", verbatim(arxiv));
        fields.put("archivePrefix", arxiv == null ? null : "arXiv");
        fields.put("primaryClass", arxiv == null ? null : verbatim(metadata.primaryCategory()));
        fields.put("url", arxiv == null ? null : Addresses.arxiv(String.valueOf(verbatim(arxiv))));
        return "@" + (journal == null ? "misc" : "article") + "{" + key(paper) + ",\n"
                + fields.entrySet().stream()
                        .filter(field ->
                                field.getValue() != null && !field.getValue().isEmpty())
                        .map(field -> "  " + field.getKey() + " = {" + field.getValue() + "}")
                        .collect(Collectors.joining(",\n"))
                + "\n}\n";
    }

    /** First author's last name, year, first long word of the title; the id where that leaves nothing. */
    private static String key(Paper paper) {
        Metadata metadata = paper.metadata();
        String author = metadata.authors().isEmpty()
                ? ""
                : letters(lastWord(metadata.authors().getFirst().name()));
        String word = "";
        for (String candidate :
                NO_WORD.splitAsStream(TexText.plain(metadata.title())).toList()) {
            if (letters(candidate).length() > 3) {
                word = letters(candidate);
                break;
            }
        }
        String year = year(metadata);
        return author.isEmpty() || year == null ? "paper-" + letters(paper.id().value()) : author + year + word;
    }

    private static @Nullable String year(Metadata metadata) {
        PartialDate date = metadata.published() != null ? metadata.published() : metadata.day();
        return date == null ? null : String.valueOf(date.year());
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String authors(List<Author> authors) {
        return authors.stream()
                .map(author -> {
                    String name = text(author.name());
                    // BibTeX would take such a name apart.
                    return name.contains(",") || name.matches("(?i).*\\band\\b.*") ? "{" + name + "}" : name;
                })
                .collect(Collectors.joining(" and "));
    }

    /** Prose escaped, mathematics kept between dollars where its braces balance. */
    private static String text(String source) {
        StringBuilder text = new StringBuilder();
        for (TexText.Segment segment : TexText.parse(source).segments()) {
            switch (segment) {
                case TexText.Plain plain -> escape(plain.text(), text);
                case TexText.Mathematics formula -> {
                    if (balances(formula.source())) {
                        text.append('$').append(formula.source()).append('$');
                    } else {
                        escape(formula.source(), text);
                    }
                }
            }
        }
        return text.toString();
    }

    private static void escape(String plain, StringBuilder text) {
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&', '%', '$', '#', '_' -> text.append('\\').append(c);
                case '{', '}' -> text.append(c == '{' ? "\\textbraceleft{}" : "\\textbraceright{}");
                case '\\' -> text.append("\\textbackslash{}");
                case '~' -> text.append("\\textasciitilde{}");
                case '^' -> text.append("\\textasciicircum{}");
                default -> text.append(c);
            }
        }
    }

    private static boolean balances(String formula) {
        int depth = 0;
        for (int i = 0; i < formula.length() && depth >= 0; i++) {
            char c = formula.charAt(i);
            if (c == '\\') {
                // BibTeX counts escaped braces too.
                c = i + 1 < formula.length() ? formula.charAt(i + 1) : c;
                i++;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return depth == 0 && formula.indexOf('$') < 0;
    }

    private static @Nullable String verbatim(@Nullable String value) {
        return value == null ? null : value.replaceAll("[{}\\\\\\s]", "");
    }
}
