package dev.broadsheet.source.record;

import dev.broadsheet.paper.Author;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The authors that one text lists, in reading order: {@code A B, C D and E F}; {@code Family, Given
 * and Family, Given}; {@code Family, Given; Family, Given}; {@code Family, A., Family, B.}
 */
public final class AuthorNames {
    private static final Pattern SEMICOLON = Pattern.compile("; ?(?:(?:and|&) )?");
    private static final Pattern AND = Pattern.compile(",? (?:and|&) ");
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\.?[ -]?){1,4}");
    private static final Pattern SUFFIX = Pattern.compile("(?:Jr|Sr)\\.?|I{1,3}|IV");
    private static final Pattern OTHERS = Pattern.compile("others|et al\\.?");

    private AuthorNames() {}

    /** The authors, none where there is no text. */
    public static List<Author> in(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        // On one line first: patterns that look for spaces of any number take the square of their number.
        String line = Text.line(text);
        if (line.indexOf(';') >= 0) {
            return Draft.authors(
                    pieces(SEMICOLON, line).stream().map(Draft::readingOrder).toList());
        }
        List<List<String>> pieces =
                pieces(AND, line).stream().map(AuthorNames::parts).toList();
        boolean turned = pieces.size() > 1 && pieces.stream().allMatch(parts -> parts.size() == 2);
        return Draft.authors(
                pieces.stream().flatMap(parts -> names(parts, turned).stream()).toList());
    }

    /** @param turned whether all around them are two parts, which are the two of one name then */
    private static List<String> names(List<String> parts, boolean turned) {
        boolean isOneName = switch (parts.size()) {
            case 2 -> turned || !parts.stream().allMatch(AuthorNames::isWhole);
            case 3 -> SUFFIX.matcher(parts.get(1)).matches();
            default -> false;
        };
        if (isOneName) {
            return List.of(Draft.readingOrder(String.join(",", parts)));
        }
        return areFamiliesWithInitials(parts) ? paired(parts) : parts;
    }

    /** Whether it is a name by itself rather than one's family or given name. */
    private static boolean isWhole(String part) {
        return part.indexOf(' ') >= 0 && !INITIALS.matcher(part).matches();
    }

    private static boolean areFamiliesWithInitials(List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (INITIALS.matcher(parts.get(i)).matches() != (i % 2 == 1)) {
                return false;
            }
        }
        return parts.size() % 2 == 0;
    }

    private static List<String> paired(List<String> parts) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < parts.size(); i += 2) {
            names.add(parts.get(i + 1) + " " + parts.get(i));
        }
        return names;
    }

    private static List<String> pieces(Pattern separator, String line) {
        return Arrays.stream(separator.split(line))
                .map(String::strip)
                .filter(piece -> !OTHERS.matcher(piece).matches())
                .toList();
    }

    private static List<String> parts(String piece) {
        return Arrays.stream(piece.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
