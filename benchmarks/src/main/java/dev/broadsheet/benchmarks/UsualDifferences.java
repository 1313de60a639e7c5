package dev.broadsheet.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a paper as another source would: what differs, and how often, is drawn. */
final class UsualDifferences {
    private static final Pattern COLON = Pattern.compile(":\\s+");
    private static final List<String> INSTEAD_OF_COLON = List.of(" - ", " — ", " -- ", ". ", "\n", " : ", ":");

    private final Random random;

    UsualDifferences(Random random) {
        this.random = random;
    }

    Printed reprinted(Printed paper) {
        Printed other = punctuated(subtitled(spelt(paper)));
        return abstracted(dated(attributed(cased(other))));
    }

    private boolean once(double often) {
        return random.nextDouble() < often;
    }

    private Printed spelt(Printed paper) {
        String title = paper.title();
        String unicode = Spelling.unicode(title);
        if (!unicode.equals(title) && once(.5)) {
            return paper.titled(unicode, "TeX as Unicode");
        }
        String tex = Spelling.tex(title);
        return !tex.equals(title) && once(.5) ? paper.titled(tex, "Unicode as TeX") : paper;
    }

    private Printed subtitled(Printed paper) {
        String[] parts = COLON.split(paper.title(), 2);
        if (parts.length < 2 || parts[0].isBlank() || once(.4)) {
            return paper;
        }
        return once(.25)
                ? paper.titled(parts[0], "subtitle dropped")
                : paper.titled(
                        parts[0] + INSTEAD_OF_COLON.get(random.nextInt(INSTEAD_OF_COLON.size())) + parts[1],
                        "subtitle parted otherwise");
    }

    private Printed punctuated(Printed paper) {
        Printed other = paper;
        if (once(.1)) {
            other = other.titled(other.title() + ".", "full stop");
        }
        if (once(.15)) {
            other = changed(other, other.title().replaceAll("(?<=\\p{L})-(?=\\p{L})", "\u2010"), "other hyphen");
        } else if (once(.1)) {
            other = changed(other, other.title().replaceAll("(?<=\\p{L})-(?=\\p{L})", " "), "hyphen as space");
        } else if (once(.1)) {
            other = changed(other, other.title().replaceAll("(?<=\\p{Ll})-(?=\\p{Ll})", ""), "hyphen dropped");
        }
        if (once(.1)) {
            other = changed(other, other.title().replace("fi", "ﬁ").replace("fl", "ﬂ"), "ligatures");
        }
        if (once(.1)) {
            other = changed(other, other.title().replace("'", "’").replace("\"", "”"), "other quotes");
        }
        if (once(.1)) {
            other = changed(other, other.title().replace(",", ""), "commas dropped");
        }
        return once(.1) ? changed(other, other.title().replace(" and ", " & "), "and as &") : other;
    }

    private static Printed changed(Printed paper, String title, String difference) {
        // An accent's own apostrophe is none.
        boolean same = title.equals(paper.title()) || paper.title().contains("\\");
        return same ? paper : paper.titled(title, difference);
    }

    private Printed cased(Printed paper) {
        String title = paper.title();
        if (title.contains("\\") || once(.5)) {
            return paper;
        }
        return switch (random.nextInt(4)) {
            case 0 -> paper.titled(title.toUpperCase(Locale.ROOT), "upper case");
            case 1 -> paper.titled(title.toLowerCase(Locale.ROOT), "lower case");
            case 2 ->
                paper.titled(title.substring(0, 1) + title.substring(1).toLowerCase(Locale.ROOT), "sentence case");
            default ->
                paper.titled(
                        Stream.of(title.split(" "))
                                .map(word -> word.isEmpty()
                                        ? word
                                        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                                .collect(Collectors.joining(" ")),
                        "title case");
        };
    }

    private Printed attributed(Printed paper) {
        Printed other = paper;
        List<String> authors = paper.authors();
        if (authors.size() > 3 && once(.25)) {
            other = other.by(authors.subList(0, 1 + random.nextInt(3)), "et al.");
        }
        switch (random.nextInt(8)) {
            case 0, 1 -> other = renamed(other, Name::initials, "initials");
            case 2 -> other = renamed(other, Name::initialsAfter, "family name, initials");
            case 3 -> other = renamed(other, Name::turned, "family name, given names");
            case 4 -> other = renamed(other, Name::withoutMiddle, "middle names dropped");
            case 5 -> other = renamed(other, name -> Spelling.unicode(name.whole()), "names as Unicode");
            case 6 -> other = renamed(other, name -> Spelling.tex(name.whole()), "names as TeX");
            default -> {
                // as arXiv writes them
            }
        }
        return other;
    }

    private interface Writing {
        String of(Name name);
    }

    private static Printed renamed(Printed paper, Writing writing, String difference) {
        List<String> names = new ArrayList<>();
        paper.authors().forEach(author -> names.add(writing.of(Name.of(author))));
        return names.equals(paper.authors()) ? paper : paper.by(names, difference);
    }

    private Printed dated(Printed paper) {
        if (once(.2)) {
            return paper.in(paper.year() + 1, "year later");
        }
        return once(.1) ? paper.in(paper.year() - 1, "year earlier") : paper;
    }

    private Printed abstracted(Printed paper) {
        String text = paper.abstractText();
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> paper.saying("", "no abstract");
            case 3 -> paper.saying(text.substring(0, text.length() / 3) + "...", "abstract cut");
            case 4 -> paper.saying("Abstract: " + text, "abstract with heading");
            case 5 -> changedAbstract(paper, Spelling.unicode(text), "abstract as Unicode");
            default -> paper;
        };
    }

    private static Printed changedAbstract(Printed paper, String text, String difference) {
        return text.equals(paper.abstractText()) ? paper : paper.saying(text, difference);
    }

    /** A name, parted into given and family names as reference managers do it. */
    private record Name(String given, String family) {
        static Name of(String author) {
            List<String> words = List.of(author.strip().split("\\s+"));
            int family = words.size() - 1;
            while (family > 1 && words.get(family - 1).matches("van|von|de|der|den|di|da|la|le|du|dos|del|bin|al|el")) {
                family--;
            }
            return new Name(
                    String.join(" ", words.subList(0, family)), String.join(" ", words.subList(family, words.size())));
        }

        String whole() {
            return given.isEmpty() ? family : given + " " + family;
        }

        String initials() {
            return given.isEmpty() ? family : firstLetters(". ") + ". " + family;
        }

        String initialsAfter() {
            return given.isEmpty() ? family : family + ", " + firstLetters(".") + ".";
        }

        String turned() {
            return given.isEmpty() ? family : family + ", " + given;
        }

        String withoutMiddle() {
            return given.isEmpty() ? family : given.split(" ")[0] + " " + family;
        }

        private String firstLetters(String between) {
            return Stream.of(given.split("[\\s.]+"))
                    .filter(word -> !word.isEmpty())
                    .map(word -> Spelling.unicode(word).substring(0, 1))
                    .collect(Collectors.joining(between));
        }
    }
}
