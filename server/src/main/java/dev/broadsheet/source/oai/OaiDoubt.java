package dev.broadsheet.source.oai;

import static dev.broadsheet.source.oai.OaiCount.grouped;

import org.jspecify.annotations.Nullable;

/**
 * What makes a listing untrustworthy: a repository that contradicts itself (its count, its tokens, a
 * page that came before) is not believed. For one thread.
 */
final class OaiDoubt {
    private final NameHashes names = new NameHashes();
    private final NameHashes tokens = new NameHashes();
    private int newOnPage;
    private long pageHash;

    /** A record came whose name has this hash; says whether it did not come before. */
    boolean isNew(long hash) {
        pageHash = pageHash * 31 + hash;
        boolean isNew = names.add(hash);
        if (isNew) {
            newOnPage++;
        }
        return isNew;
    }

    /** Of the names on the page, in their order. */
    long pageHash() {
        return pageHash;
    }

    void pageBegins() {
        newOnPage = 0;
        pageHash = 0;
    }

    /** Why the page that was read to its end is not to be believed, said of the listing; null if it is. */
    @Nullable String about(OaiPage page, OaiPlace place, OaiCount count) {
        if (place.index() == 0 && !page.tokenSeen()) {
            // An empty list is an error in the protocol; this is the answer to another question.
            return "gave neither records nor a reason";
        }
        if (place.index() > 0 && pageHash == place.page().hash()) {
            return "gave the same page twice";
        }
        // Some repositories say 0 on every page.
        if (page.start() > 0 && page.start() != place.page().before()) {
            return "went on at record " + grouped(page.start()) + " after "
                    + grouped(place.page().before());
        }
        return page.token().isEmpty() ? aboutTheEnd(page, place, count) : aboutGoingOn(page, place, count);
    }

    private static @Nullable String aboutTheEnd(OaiPage page, OaiPlace place, OaiCount count) {
        if (place.page().number() > 0 && !page.tokenSeen() && count.total() < 0) {
            return "broke off without the mark of the end";
        }
        if (count.total() >= 0 && count.delivered() != count.total()) {
            return said(count);
        }
        return count.unplaced() == 0
                ? null
                : "gave " + grouped(count.unplaced()) + " records of which nobody can tell the day";
    }

    private @Nullable String aboutGoingOn(OaiPage page, OaiPlace place, OaiCount count) {
        if (newOnPage == 0 || page.token().equals(place.page().token()) || !tokens.add(NameHashes.hash(page.token()))) {
            return "goes round in circles";
        }
        return count.total() >= 0 && count.delivered() > count.total() ? said(count) : null;
    }

    private static String said(OaiCount count) {
        return "said " + grouped(count.total()) + " records, gave " + grouped(count.delivered());
    }
}
