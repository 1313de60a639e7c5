package dev.broadsheet.web.person;

import dev.broadsheet.site.Address;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.site.Request;
import dev.broadsheet.web.shared.Pagination;
import java.util.List;

/**
 * Which page of a long list is asked for, from 1. A list is read to one entry more than a page has, so that it is known
 * whether there is a next one.
 */
record PageNumber(int number) {
    /** The entries of a page. */
    static final int SIZE = 50;

    /** Beyond it a list is a way to keep the database busy, not one to read. */
    private static final int MOST = 100;

    static PageNumber of(Request request) {
        try {
            int number = Integer.parseInt(request.parameter("page").orElse("1"));
            return new PageNumber(Math.clamp(number, 1, MOST));
        } catch (NumberFormatException e) {
            return new PageNumber(1);
        }
    }

    int offset() {
        return (number - 1) * SIZE;
    }

    /** How many entries to read. */
    int limit() {
        return SIZE + 1;
    }

    <T> List<T> shown(List<T> read) {
        return read.subList(0, Math.min(SIZE, read.size()));
    }

    /** @param read how many entries were read */
    Pagination pagination(Address address, int read) {
        return new Pagination(
                number == 1
                        ? null
                        : new NamedLink(
                                "Previous page",
                                address.with("page", number == 2 ? "" : "" + (number - 1))
                                        .href()),
                read <= SIZE || number == MOST
                        ? null
                        : new NamedLink(
                                "Next page",
                                address.with("page", "" + (number + 1)).href()));
    }
}
