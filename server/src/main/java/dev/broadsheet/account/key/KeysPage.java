package dev.broadsheet.account.key;

import dev.broadsheet.account.Scope;
import dev.broadsheet.site.Form;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the page of somebody's keys shows.
 *
 * @param made the key that was made just now, to be shown this once; null for none
 */
record KeysPage(Form form, @Nullable String made, List<ApiKey> keys, Instant now, ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** A way to say how long a key is to work. */
    record Expiry(String value, String words) {}

    static final List<Expiry> EXPIRIES = List.of(
            new Expiry("30", "30 days"),
            new Expiry("90", "90 days"),
            new Expiry("365", "365 days"),
            new Expiry("day", "until the day below"));

    List<Scope> scopes() {
        return List.of(Scope.values());
    }

    boolean isChosen(Scope scope) {
        List<String> chosen = form.texts("scope");
        boolean fresh = made != null || (chosen.isEmpty() && form.error("scope") == null);
        return fresh ? scope == Scope.READ : chosen.contains(scope.word());
    }

    boolean isChosen(Expiry expiry) {
        String chosen = made == null ? form.text("expiry") : "";
        return expiry.value().equals(chosen.isEmpty() ? "90" : chosen);
    }

    /** What was typed, unless that has become a key. */
    String typed(String field) {
        return made == null ? form.text(field) : "";
    }

    boolean hasExpired(ApiKey key) {
        return !key.expires().isAfter(now);
    }

    /** The last day on which a key works. */
    String lastDay(ApiKey key) {
        return day(key.expires().minusMillis(1));
    }

    String day(Instant moment) {
        return DAY.format(moment.atZone(zone));
    }
}
