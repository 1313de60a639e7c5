package dev.broadsheet.source.arxiv;

import dev.broadsheet.installation.Digest;
import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.xml.XmlElement;
import dev.broadsheet.source.xml.XmlPieces;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A feed, read to its end.
 *
 * @param day that the feed bears
 * @param entries as elements
 * @param at when it was asked for
 * @param digest differs where the document does
 */
record AnnouncementFeed(LocalDate day, List<XmlElement> entries, Instant at, String digest) {
    /** arXiv lists no more; a feed of so many is not the whole. */
    static final int CUT_OFF_AT = 2000;

    private static final Set<String> WANTED = Set.of("entry", "item", "updated", "lastBuildDate", "pubDate", "title");

    /** @throws IOException if it is no feed, half a feed, or one without a date */
    static AnnouncementFeed read(Answer answer) throws IOException {
        List<XmlElement> entries = new ArrayList<>();
        Instant date = null;
        try (XmlPieces pieces = new XmlPieces(answer.body(), WANTED)) {
            String root = pieces.root().name();
            if (!root.equals("feed") && !root.equals("rss")) {
                throw new IOException("no feed but <" + root + ">: " + answer.address());
            }
            XmlElement piece = pieces.next();
            while (piece != null) {
                switch (piece.name()) {
                    case "entry", "item" -> entries.add(piece);
                    case "title" -> refuseError(piece.text(), answer);
                    default -> date = agreed(date, piece, answer);
                }
                if (entries.size() > 2 * CUT_OFF_AT) {
                    throw new IOException("a feed of more than " + entries.size() + " entries: " + answer.address());
                }
                piece = pieces.next();
            }
        }
        if (date == null) {
            throw new IOException("the feed bears no date: " + answer.address());
        }
        return new AnnouncementFeed(ArxivCalendar.today(date), entries, answer.at(), digest(answer.body()));
    }

    private static void refuseError(String title, Answer answer) throws IOException {
        if (title.strip().startsWith("Feed error")) {
            throw new IOException("the feed says that there is an error: " + answer.address());
        }
    }

    private static Instant agreed(@Nullable Instant date, XmlElement piece, Answer answer) throws IOException {
        Instant found = AnnouncementEntry.instant(piece.text());
        if (found == null) {
            throw new IOException("the feed bears no date but \"" + piece.text().strip() + "\": " + answer.address());
        }
        if (date != null && !ArxivCalendar.today(date).equals(ArxivCalendar.today(found))) {
            throw new IOException("the feed bears two days, " + ArxivCalendar.today(date) + " and "
                    + ArxivCalendar.today(found) + ": " + answer.address());
        }
        return found;
    }

    private static String digest(byte[] body) {
        return Digest.hex(body, Long.BYTES);
    }
}
