package dev.broadsheet.web.shared;

import dev.broadsheet.ingest.LedgerDay;
import java.util.List;

/**
 * What the ledger says of a source's day.
 *
 * @param title the source's, for people
 * @param source its name in addresses
 * @param parts never empty, all of one day
 */
public record AnnouncedDay(String title, String source, List<LedgerDay> parts) {
    public AnnouncedDay {
        parts = List.copyOf(parts);
    }
}
