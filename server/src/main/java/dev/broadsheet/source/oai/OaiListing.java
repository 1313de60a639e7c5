package dev.broadsheet.source.oai;

import dev.broadsheet.source.Source;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.http.ServiceAddress;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that changed in a repository since a day, page by page. It has no end date: what changed again
 * after such a date would be missing from the list, and its day with it.
 *
 * @param title for a person
 * @param harvest see {@link Source#harvest}
 * @param base the repository's address
 * @param prefix the metadata format
 * @param set a part of the repository; null for all of it
 * @param clock says when the first page was asked for
 */
public record OaiListing(
        String title,
        String harvest,
        URI base,
        String prefix,
        @Nullable String set,
        LocalDate from,
        Fetcher fetcher,
        InstantSource clock,
        OaiReader.Factory readers)
        implements Source {

    @Override
    public Reading open(@Nullable String cursor) throws IOException {
        return new OaiReading(this, cursor == null ? null : OaiCursor.read(cursor));
    }

    OaiPage page(@Nullable String token) throws IOException {
        List<String> parameters = new ArrayList<>();
        if (token == null) {
            parameters.addAll(List.of("metadataPrefix", prefix));
            if (set != null) {
                parameters.addAll(List.of("set", set));
            }
            parameters.addAll(List.of("from", from.toString()));
        } else {
            parameters.addAll(List.of("resumptionToken", token));
        }
        return OaiPage.get(fetcher, request(base, "ListRecords", parameters.toArray(String[]::new)));
    }

    static URI request(URI base, String verb, String... namesAndValues) {
        List<String> parameters = new ArrayList<>(List.of("verb", verb));
        parameters.addAll(List.of(namesAndValues));
        return ServiceAddress.of(base, "", parameters.toArray(String[]::new));
    }
}
