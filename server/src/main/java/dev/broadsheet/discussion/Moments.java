package dev.broadsheet.discussion;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as they are written on a page, in the edition's zone. */
record Moments(ZoneId zone) {
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    CommentView.Moment of(Instant at) {
        return new CommentView.Moment(at.atZone(zone).format(WORDS), at.toString());
    }
}
