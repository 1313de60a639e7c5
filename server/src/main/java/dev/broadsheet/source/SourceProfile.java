package dev.broadsheet.source;

import dev.broadsheet.paper.Identifier;
import java.util.List;

/**
 * What is known of a live source before it is asked for anything. Immutable.
 *
 * @param name in settings, records and the ledger: {@code arxiv}
 * @param title for a person: {@code arXiv}
 * @param parts that are followed, in the order of the settings; one empty text where it has none
 * @param calendar on which days it announces
 * @param witnesses how many of its services must have counted a day before the day can be complete:
 *     one alone may have left something out that nobody else was asked for
 * @param lookback how far back it is read
 * @param lookupSchemes by which identifiers of a paper, the best first, {@link LiveSource#records}
 *     finds what the place knows of papers that came from elsewhere; empty where it cannot be asked so
 */
public record SourceProfile(
        String name,
        String title,
        List<String> parts,
        AnnouncementCalendar calendar,
        int witnesses,
        Lookback lookback,
        List<Identifier.Scheme> lookupSchemes) {
    public SourceProfile {
        parts = List.copyOf(parts);
        lookupSchemes = List.copyOf(lookupSchemes);
    }

    /** A source without parts that announces on every day, has one service, and is not asked for papers from elsewhere. */
    public static SourceProfile of(String name, String title, Lookback lookback) {
        return new SourceProfile(name, title, List.of(""), AnnouncementCalendar.DAILY, 1, lookback, List.of());
    }

    /** The same with these parts. */
    public SourceProfile withParts(List<String> others) {
        return new SourceProfile(name, title, others, calendar, witnesses, lookback, lookupSchemes);
    }

    /** The same with this calendar. */
    public SourceProfile withCalendar(AnnouncementCalendar other) {
        return new SourceProfile(name, title, parts, other, witnesses, lookback, lookupSchemes);
    }

    /** The same where so many services must have counted a day. */
    public SourceProfile withWitnesses(int number) {
        return new SourceProfile(name, title, parts, calendar, number, lookback, lookupSchemes);
    }

    /** The same where papers from elsewhere are asked for by these identifiers, the best first. */
    public SourceProfile withLookupBy(Identifier.Scheme... schemes) {
        return new SourceProfile(name, title, parts, calendar, witnesses, lookback, List.of(schemes));
    }
}
