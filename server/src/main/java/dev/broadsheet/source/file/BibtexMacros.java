package dev.broadsheet.source.file;

import dev.broadsheet.source.record.UnreadableRecordException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.ObjectResolutionException;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.jspecify.annotations.Nullable;

/** The abbreviations of a BibTeX file, and a parser that knows them. */
final class BibtexMacros {
    /** A file that uses more unknown abbreviations in one entry is no bibliography. */
    private static final int MOST_UNKNOWN = 50;

    private static final int LONGEST = 1000;

    /** Parts of values joined in one entry; with {@link #LONGEST} it bounds what an entry grows to. */
    private static final int MOST_JOINED = 1000;

    /** JBibTeX opens the file that this names, so that it must never see it, wherever it stands. */
    private static final Pattern INCLUDE = Pattern.compile("@\\s*include", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> macros = new LinkedHashMap<>();

    BibtexMacros() {
        String[] months = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
        for (int i = 0; i < months.length; i++) {
            macros.put(months[i], Integer.toString(i + 1));
        }
    }

    /** Takes up a {@code @string}; what is wrong with it, or null. */
    @Nullable String define(String text) {
        try {
            Map<String, String> defined = new LinkedHashMap<>();
            parse(text)
                    .getStrings()
                    .forEach((key, string) ->
                            defined.put(key.getValue(), string.getValue().toUserString()));
            if (defined.values().stream().anyMatch(value -> value.length() > LONGEST)) {
                return "an abbreviation for more than " + LONGEST + " characters";
            }
            macros.putAll(defined);
            return null;
        } catch (UnreadableRecordException e) {
            return e.reason();
        }
    }

    /** Parses one entry. An abbreviation that the file does not explain stands for itself. */
    BibTeXDatabase parse(String text) throws UnreadableRecordException {
        if (INCLUDE.matcher(text).find()) {
            throw new UnreadableRecordException("an @include in an entry is not followed");
        }
        if (text.chars().filter(letter -> letter == '#').count() > MOST_JOINED) {
            throw new UnreadableRecordException("more than " + MOST_JOINED + " times # in an entry");
        }
        Map<String, String> known = new LinkedHashMap<>(macros);
        for (int unknown = 0; unknown < MOST_UNKNOWN; unknown++) {
            try {
                return parser(known).parse(new StringReader(text));
            } catch (ObjectResolutionException e) {
                // The parser has put the abbreviation among the known ones; begin anew with it.
            } catch (ParseException | TokenMgrException e) {
                throw new UnreadableRecordException("no valid BibTeX: " + e.getMessage());
            } catch (StackOverflowError e) {
                throw new UnreadableRecordException("no valid BibTeX: nested too deeply");
            }
        }
        throw new UnreadableRecordException(
                "more than " + MOST_UNKNOWN + " abbreviations that the file does not explain");
    }

    private static BibTeXParser parser(Map<String, String> known) throws UnreadableRecordException {
        BibTeXParser parser;
        try {
            parser = new BibTeXParser() {
                @Override
                public void checkStringResolution(Key key, @Nullable BibTeXString string) {
                    if (string == null) {
                        known.put(key.getValue(), key.getValue());
                    }
                    super.checkStringResolution(key, string);
                }

                @Override
                public void checkCrossReferenceResolution(Key key, @Nullable BibTeXEntry entry) {
                    // Entries are read one at a time, so that none is there to refer to.
                }
            };
        } catch (ParseException | TokenMgrException e) {
            throw new UnreadableRecordException("no valid BibTeX: " + e.getMessage());
        }
        known.forEach(parser::addMacro);
        return parser;
    }
}
