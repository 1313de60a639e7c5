package dev.broadsheet.web.edition;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.web.shared.DisplayFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All editions that a reader may read.
 *
 * @param begin where one is begun, or null for whoever may not
 */
record EditionList(List<Item> editions, @Nullable NamedLink begin) {
    /**
     * One of them.
     *
     * @param byline empty where it has no curators
     * @param days when it appears, as a sentence
     */
    record Item(String name, String href, String byline, String description, String days, List<NamedLink> links) {
        static Item of(DailyEdition edition, boolean changed) {
            NamedLink log = new NamedLink("What curators did", Addresses.curationLog(edition));
            return new Item(
                    edition.name(),
                    Addresses.edition(edition),
                    edition.byline(),
                    edition.description(),
                    "Appears " + DisplayFormat.weekdays(edition.rhythm().weekdays()) + ". Its day begins at "
                            + edition.rhythm().rollover() + ":00 in the time zone "
                            + edition.rhythm().zone().getId() + ".",
                    changed
                            ? List.of(log, new NamedLink("Settings", Addresses.editionSettings(edition)))
                            : List.of(log));
        }
    }
}
