package dev.broadsheet.source.paged;

import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceProfile;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A service that lists days as pages of JSON and gives single records by name, as a live source. */
public final class PagedSource implements LiveSource {
    private final PagedService service;
    private final Fetcher fetcher;

    public PagedSource(PagedService service, Fetcher fetcher) {
        this.service = service;
        this.fetcher = fetcher;
    }

    @Override
    public SourceProfile profile() {
        return service.profile();
    }

    @Override
    public List<Source> changes(LocalDate from, LocalDate until) {
        return profile().parts().isEmpty() ? List.of() : PagedHarvest.eachDay(from, until, this::of);
    }

    @Override
    public Optional<Source> records(List<String> names) {
        return Optional.of(RecordsByName.oneByOne(profile(), names, this::find));
    }

    private Source of(LocalDate day) {
        return new PagedHarvest(
                profile().title() + " of " + day,
                profile().name() + " " + day + " " + service.scope(),
                start -> new DayPages(service, fetcher, day));
    }

    private List<Finding> find(String name) throws IOException {
        Optional<URI> address = service.single(name);
        List<JsonNode> entries = address.isEmpty() ? List.of() : entries(address.get());
        return entries.stream()
                .map(entry -> service.finding(entry, service.identified(entry)))
                .toList();
    }

    private List<JsonNode> entries(URI address) throws IOException {
        try {
            return service.entries(Answers.json(fetcher.get(address), profile().title()));
        } catch (FetchException e) {
            // Some say of a name that is none of theirs that the request is bad.
            if (e.kind() == FetchException.Kind.NOT_FOUND || e.status() == 400) {
                return List.of();
            }
            throw e;
        } catch (UnreadableRecordException e) {
            throw Answers.unexpected(address, profile().title(), e);
        }
    }
}
