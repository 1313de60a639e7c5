package dev.broadsheet.web.list;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.daily.DailyList.Choice;
import dev.broadsheet.daily.Period;
import dev.broadsheet.site.Address;
import dev.broadsheet.site.Request;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a list, or a page of it, is found.
 *
 * @param unseen whether only what is new to the reader is shown
 * @param page counted from 0
 */
record ListAddress(DailyEdition edition, Period period, Choice choice, boolean unseen, int page) {
    /** Longer ones name no category. */
    private static final int LONGEST_CATEGORY = 100;

    static ListAddress of(DailyEdition edition, Period period, Request request) {
        String page = request.parameter("p").orElse("0");
        String category = request.parameter("category")
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_CATEGORY)
                .orElse(null);
        return new ListAddress(
                edition,
                period,
                new Choice(request.parameter("all").filter("1"::equals).isPresent(), category),
                request.parameter("unseen").filter("1"::equals).isPresent(),
                page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0);
    }

    ListAddress of(Period other) {
        return new ListAddress(edition, other, choice, unseen, 0);
    }

    ListAddress in(@Nullable String category) {
        return new ListAddress(edition, period, new Choice(choice.all(), category), unseen, 0);
    }

    /** The categories of the two kinds of list differ, so none stays chosen. */
    ListAddress all(boolean all) {
        return new ListAddress(edition, period, new Choice(all, null), unseen, 0);
    }

    ListAddress unseen(boolean only) {
        return new ListAddress(edition, period, choice, only, 0);
    }

    ListAddress at(int other) {
        return new ListAddress(edition, period, choice, unseen, other);
    }

    String href() {
        return Address.of(Addresses.list(edition, period))
                .with("all", choice.all() ? "1" : "")
                .with("category", Objects.requireNonNullElse(choice.category(), ""))
                .with("unseen", unseen ? "1" : "")
                .with("p", page > 0 ? String.valueOf(page) : "")
                .href();
    }
}
