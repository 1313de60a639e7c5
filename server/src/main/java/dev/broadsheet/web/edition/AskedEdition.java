package dev.broadsheet.web.edition;

import dev.broadsheet.account.Person;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.daily.Editions;
import dev.broadsheet.daily.Period.Kind;
import dev.broadsheet.site.Edition;
import dev.broadsheet.site.Masthead;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Tab;
import java.util.List;

/** Which edition a request is about, and what its pages have in common. */
public final class AskedEdition {
    private AskedEdition() {}

    /**
     * The edition that the address names.
     *
     * @throws Refusal if there is none, or whoever asks may not read it
     */
    public static DailyEdition of(Editions editions, Request request) {
        DailyEdition edition = editions.at(request.variable("edition"))
                .orElseThrow(() -> Refusal.notFound("No such edition")
                        .advice("There is no edition at this address. All of them stand at " + Addresses.EDITIONS
                                + "."));
        if (!edition.mayRead(Person.of(request).orElse(null))) {
            if (Person.of(request).isEmpty()) {
                throw Refusal.of(401, "Sign in first", "This edition is not open to everybody.");
            }
            throw Refusal.of(403, "This edition is not open to you", "Only those it is made for can read it.");
        }
        return edition;
    }

    /**
     * The page with the edition's masthead, and with tabs that lead to the edition's lists where it has none of its own;
     * those of the default edition stand on every page anyway.
     */
    public static Page masthead(Page page, DailyEdition edition) {
        if (edition.isDefault()) {
            return page;
        }
        Page own = page.masthead(new Masthead(
                new Edition(edition.name(), edition.byline().isEmpty() ? Edition.DEFAULT.subtitle() : edition.byline()),
                new NamedLink(edition.name(), Addresses.edition(edition))));
        return page.tabs() != null
                ? own
                : own.tabs(List.of(
                        new Tab("Day", Addresses.latest(edition, Kind.DAY), false),
                        new Tab("Week", Addresses.latest(edition, Kind.WEEK), false),
                        new Tab("Month", Addresses.latest(edition, Kind.MONTH), false),
                        new Tab("Trending", Addresses.trending(edition), false)));
    }
}
