package dev.broadsheet.source.acl;

import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.SourceProfile;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.paged.PagedHarvest;
import dev.broadsheet.source.paged.UnscheduledCalendar;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Papers of the ACL Anthology, from the files that it is made from. Settings: {@code volumes}
 * (needed), names of such files without their ending, {@code 2024.acl 2024.findings P19}; {@code days-again},
 * how many days back each run counts again; {@code url} of the folder of the files. Every run reads
 * the files whole, so that nobody asks for single papers; a paper's day is that on which its volume was
 * taken in.
 */
public final class AclSource implements LiveSource {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Pattern VOLUME = Pattern.compile("[A-Z]\\d\\d|\\d{4}\\.[A-Za-z0-9_-]+");

    private final SourceProfile profile;
    private final URI address;
    private final Fetcher fetcher;

    private AclSource(SourceProfile profile, URI address, Fetcher fetcher) {
        this.profile = profile;
        this.address = address;
        this.fetcher = fetcher;
    }

    public static LiveSource of(SourceOptions options, Fetcher fetcher, Clock clock) {
        List<String> volumes = new ArrayList<>();
        for (String volume : options.words("volumes", List.of())) {
            if (VOLUME.matcher(volume).matches()) {
                volumes.add(volume);
            } else {
                options.mistake("volumes", "needs names such as 2024.acl or P19, has \"" + volume + "\"");
            }
        }
        if (volumes.isEmpty()) {
            options.mistake("volumes", "needs at least one name, such as 2024.acl");
            volumes.add("");
        }
        return new AclSource(
                SourceProfile.of(options.name(), "ACL Anthology", options.lookback(30, 30))
                        .withParts(volumes)
                        .withCalendar(UnscheduledCalendar.INSTANCE),
                options.address(
                        "url", "https://raw.githubusercontent.com/acl-org/acl-anthology/master/data/xml/", PAUSE, 0),
                fetcher);
    }

    @Override
    public SourceProfile profile() {
        return profile;
    }

    @Override
    public List<Source> changes(LocalDate from, LocalDate until) {
        return profile.parts().stream()
                .<Source>map(volume -> new PagedHarvest(
                        "ACL Anthology, " + volume,
                        profile.name() + " " + volume + " " + from + " " + until,
                        start -> new AclFile(profile.name(), volume, from, until, address, fetcher, start)))
                .toList();
    }
}
