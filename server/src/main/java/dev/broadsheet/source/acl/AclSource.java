package dev.broadsheet.source.acl;

import dev.broadsheet.source.AnnouncementCalendar;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Reach;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.documents.DocumentSource;
import dev.broadsheet.source.documents.NoFixedDays;
import dev.broadsheet.source.http.Fetcher;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Papers of the ACL Anthology, from the files that it is made from. Settings: {@code volumes}
 * (needed), names of such files without their ending, {@code 2024.acl 2024.findings P19}; {@code days-again},
 * how many days back each run counts again; {@code url} of the folder of the files. Every run reads
 * the files whole; a paper's day is that on which its volume was taken in.
 */
public final class AclSource implements LiveSource {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Pattern VOLUME = Pattern.compile("[A-Z]\\d\\d|\\d{4}\\.[A-Za-z0-9_-]+");

    private final String name;
    private final List<String> volumes;
    private final Reach reach;
    private final URI address;
    private final Fetcher fetcher;

    private AclSource(String name, List<String> volumes, Reach reach, URI address, Fetcher fetcher) {
        this.name = name;
        this.volumes = volumes;
        this.reach = reach;
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
                options.name(),
                List.copyOf(volumes),
                options.reach(30, 30),
                options.address(
                        "url", "https://raw.githubusercontent.com/acl-org/acl-anthology/master/data/xml/", PAUSE, 0),
                fetcher);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return "ACL Anthology";
    }

    @Override
    public List<String> parts() {
        return volumes;
    }

    @Override
    public AnnouncementCalendar calendar() {
        return NoFixedDays.INSTANCE;
    }

    @Override
    public int daysReadAgain() {
        return reach.again();
    }

    @Override
    public int daysAtFirst() {
        return reach.atFirst();
    }

    @Override
    public List<Source> latest() {
        return List.of();
    }

    @Override
    public List<Source> changes(LocalDate from, LocalDate until) {
        return volumes.stream()
                .<Source>map(volume -> new DocumentSource(
                        "ACL Anthology, " + volume,
                        name + " " + volume + " " + from + " " + until,
                        start -> new AclFile(name, volume, from, until, address, fetcher, start)))
                .toList();
    }

    /** Empty: a paper that is missing stands in its volume's file, which every run reads. */
    @Override
    public Optional<Source> records(List<String> names) {
        return Optional.empty();
    }
}
