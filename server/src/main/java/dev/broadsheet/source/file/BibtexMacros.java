package dev.broadsheet.source.file;

import dev.broadsheet.source.record.MonthNames;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.KeyMap;
import org.jbibtex.ParseException;
import org.jbibtex.StringValue;
import org.jbibtex.TokenMgrException;
import org.jspecify.annotations.Nullable;

/** The abbreviations of a BibTeX file, and a parser that knows them. */
final class BibtexMacros {
    static final int LONGEST = 1000;

    private static final int MOST = 20_000;

    private static final Pattern PARENTHESISED = Pattern.compile("@[A-Za-z]++\\s*+\\(");

    private final KeyMap<BibTeXString> macros = new KeyMap<>();

    BibtexMacros() {
        for (String month : MonthNames.ABBREVIATIONS) {
            put(new Key(month), Integer.toString(MonthNames.number(month)));
        }
    }

    /** Takes up a {@code @string}; what is wrong with it, or null. */
    @Nullable String define(String text) {
        try {
            for (BibTeXString string : parse(text).getStrings().values()) {
                String value = string.getValue().toUserString();
                if (value.length() > LONGEST) {
                    return "an abbreviation for more than " + LONGEST + " characters";
                }
                if (macros.size() >= MOST && !macros.containsKey(string.getKey())) {
                    return "more than " + MOST + " abbreviations";
                }
                put(string.getKey(), value);
            }
            return null;
        } catch (UnreadableRecordException e) {
            return e.reason();
        } catch (RuntimeException | StackOverflowError e) {
            // The parser is other people's and the text is anyone's: one line must not end an import.
            return "cannot be read: " + e.getClass().getSimpleName();
        }
    }

    /** Parses one entry. An abbreviation that the file does not explain stands for itself. */
    BibTeXDatabase parse(String text) throws UnreadableRecordException {
        String entry = inBraces(text);
        BibtexGuard.check(entry);
        try {
            return parser().parse(new StringReader(entry));
        } catch (ParseException | TokenMgrException e) {
            throw new UnreadableRecordException("no valid BibTeX: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new UnreadableRecordException("no valid BibTeX: nested too deeply");
        }
    }

    private void put(Key key, String value) {
        macros.put(key, new BibTeXString(key, new StringValue(value, StringValue.Style.BRACED)));
    }

    /** JBibTeX takes a parenthesis for a part of the word before or after it. */
    private static String inBraces(String text) {
        Matcher start = PARENTHESISED.matcher(text);
        if (!start.lookingAt() || !text.endsWith(")")) {
            return text;
        }
        return text.substring(0, start.end() - 1) + "{" + text.substring(start.end(), text.length() - 1) + "}";
    }

    private BibTeXParser parser() throws ParseException {
        return new BibTeXParser() {
            @Override
            public KeyMap<BibTeXString> getMacros() {
                return macros;
            }

            @Override
            public void checkStringResolution(Key key, @Nullable BibTeXString string) {
                // One that is not known stands for itself.
            }

            @Override
            public void checkCrossReferenceResolution(Key key, @Nullable BibTeXEntry entry) {
                // Entries are read one at a time, so that none is there to refer to.
            }
        };
    }
}
