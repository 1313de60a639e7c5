package dev.broadsheet.source;

import dev.broadsheet.source.Source.Announced;
import dev.broadsheet.source.Source.Counted;
import dev.broadsheet.source.Source.Item;
import dev.broadsheet.source.Source.Received;
import dev.broadsheet.source.Source.Rejected;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reading yields until it ends or breaks off.
 *
 * @param problem why it broke off, or null
 */
public record Readings(List<Item> items, @Nullable String problem) {

    public static Readings of(Source source) {
        return of(source, null);
    }

    public static Readings of(Source source, @Nullable String cursor) {
        List<Item> items = new ArrayList<>();
        try (Source.Reading reading = source.open(cursor)) {
            Item item = reading.next();
            while (item != null) {
                items.add(item);
                item = reading.next();
            }
            return new Readings(items, null);
        } catch (IOException e) {
            return new Readings(items, String.valueOf(e.getMessage()));
        }
    }

    public List<SourceRecord> received() {
        return only(Received.class).stream().map(Received::record).toList();
    }

    public List<String> names() {
        return received().stream().map(SourceRecord::name).toList();
    }

    public List<Rejected> rejected() {
        return only(Rejected.class);
    }

    public List<Announcement> announced() {
        return only(Announced.class).stream().map(Announced::announcement).toList();
    }

    public List<Tally> tallies() {
        return only(Counted.class).stream().map(Counted::tally).toList();
    }

    private <T> List<T> only(Class<T> type) {
        return items.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
