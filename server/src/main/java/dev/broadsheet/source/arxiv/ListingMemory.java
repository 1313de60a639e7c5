package dev.broadsheet.source.arxiv;

import java.time.LocalDate;
import java.util.Map;

/** What a reading of a listing knows, in one text for its cursor: entries between semicolons. */
final class ListingMemory {
    private ListingMemory() {}

    static String write(AnnouncedDays days, Map<String, Integer> submitted) {
        StringBuilder text = new StringBuilder();
        days.highest()
                .forEach((day, order) ->
                        text.append(' ').append(day).append('=').append(order).append(';'));
        submitted.forEach(
                (key, count) -> text.append(key).append('=').append(count).append(';'));
        return text.toString();
    }

    static void read(String text, AnnouncedDays days, Map<String, Integer> submitted) {
        for (String entry : text.split(";")) {
            int equals = entry.lastIndexOf('=');
            if (equals < 0) {
                continue;
            }
            String key = entry.substring(0, equals);
            String value = entry.substring(equals + 1);
            if (key.startsWith(" ")) {
                days.remember(LocalDate.parse(key.substring(1)), Long.parseLong(value));
            } else {
                submitted.put(key, Integer.parseInt(value));
            }
        }
    }
}
