package dev.broadsheet.testing.arxiv;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a listing goes on. As with arXiv, it holds the request itself and how many records were
 * given, not a snapshot of them, and is good until midnight UTC.
 *
 * @param endless how many pages of a listing without end were given; 0 for a listing that ends
 */
record OaiToken(String prefix, String set, LocalDate from, LocalDate until, int skip, LocalDate issued, int endless) {
    private static final Pattern FORM =
            Pattern.compile("(\\w+)\\|([\\w:.-]*)\\|(\\S{10})\\|(\\S{10})\\|(\\d{1,9})\\|(\\S{10})\\|(\\d{1,9})");

    @Override
    public String toString() {
        return String.join(
                "|",
                prefix,
                set,
                from.toString(),
                until.toString(),
                String.valueOf(skip),
                issued.toString(),
                String.valueOf(endless));
    }

    OaiToken skipping(int records) {
        return new OaiToken(prefix, set, from, until, records, issued, endless);
    }

    OaiToken oneMoreOfMany() {
        return new OaiToken(prefix, set, from, until, skip, issued, endless + 1);
    }

    static Optional<OaiToken> parse(String token) {
        Matcher matcher = FORM.matcher(token);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new OaiToken(
                matcher.group(1),
                matcher.group(2),
                LocalDate.parse(matcher.group(3)),
                LocalDate.parse(matcher.group(4)),
                Integer.parseInt(matcher.group(5)),
                LocalDate.parse(matcher.group(6)),
                Integer.parseInt(matcher.group(7))));
    }
}
