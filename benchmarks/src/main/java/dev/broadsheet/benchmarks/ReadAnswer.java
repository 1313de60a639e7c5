package dev.broadsheet.benchmarks;

import dev.broadsheet.source.Source;
import dev.broadsheet.source.Source.Announced;
import dev.broadsheet.source.Source.Counted;
import dev.broadsheet.source.Source.Item;
import dev.broadsheet.source.Source.Received;
import dev.broadsheet.source.Source.Rejected;
import dev.broadsheet.source.SourceRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What came of an answer.
 *
 * @param byName the records
 * @param announced how many announcements
 * @param reasons why something was refused
 */
record ReadAnswer(Map<String, SourceRecord> byName, int announced, List<String> reasons) {

    int records() {
        return byName.size();
    }

    /** Reads sources that are all asked for the same answer. */
    static ReadAnswer of(List<Source> sources) {
        Map<String, SourceRecord> byName = new TreeMap<>();
        Set<Object> announced = new LinkedHashSet<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (Source source : sources) {
            try (Source.Reading reading = source.open(null)) {
                Item item = reading.next();
                while (item != null) {
                    switch (item) {
                        case Received received -> byName.put(received.record().name(), received.record());
                        case Rejected rejected -> reasons.add(rejected.place() + ": " + rejected.reason());
                        case Announced one -> announced.add(one.announcement());
                        case Counted counted -> {
                            // how much a day has depends on the services that are not asked here
                        }
                    }
                    item = reading.next();
                }
            } catch (IOException e) {
                reasons.add(String.valueOf(e.getMessage()));
            }
        }
        return new ReadAnswer(byName, announced.size(), new ArrayList<>(reasons));
    }
}
