package dev.broadsheet.source.arxiv;

import java.time.LocalDate;
import java.util.List;

/**
 * What a reading of a listing knows, in one short text, as every cursor bears it: entries between
 * semicolons, of days (counted from 1970) with their highest numbers, and of parts with how many
 * papers were submitted for each day of the window.
 */
final class ListingMemory {
    private ListingMemory() {}

    static String write(AnnouncedDays days, List<String> parts, int[][] submitted) {
        StringBuilder text = new StringBuilder();
        days.highest()
                .forEach((day, order) -> text.append(' ')
                        .append(day.toEpochDay())
                        .append('=')
                        .append(order)
                        .append(';'));
        for (int part = 0; part < submitted.length; part++) {
            text.append(parts.get(part)).append('=');
            for (int count : submitted[part]) {
                text.append(count).append(',');
            }
            text.append(';');
        }
        return text.toString();
    }

    static void read(String text, AnnouncedDays days, List<String> parts, int[][] submitted) {
        for (String entry : text.split(";")) {
            int equals = entry.lastIndexOf('=');
            if (equals < 0) {
                continue;
            }
            String key = entry.substring(0, equals);
            String value = entry.substring(equals + 1);
            if (key.startsWith(" ")) {
                days.remember(LocalDate.ofEpochDay(Long.parseLong(key.substring(1))), Long.parseLong(value));
            } else if (parts.contains(key)) {
                int[] counts = submitted[parts.indexOf(key)];
                String[] given = value.split(",");
                for (int i = 0; i < Math.min(counts.length, given.length); i++) {
                    counts[i] = Integer.parseInt(given[i]);
                }
            }
        }
    }
}
