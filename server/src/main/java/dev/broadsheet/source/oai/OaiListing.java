package dev.broadsheet.source.oai;

import dev.broadsheet.source.Source;
import dev.broadsheet.source.http.Fetcher;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
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
        Map<String, String> parameters = new LinkedHashMap<>();
        if (token == null) {
            parameters.put("metadataPrefix", prefix);
            if (set != null) {
                parameters.put("set", set);
            }
            parameters.put("from", from.toString());
        } else {
            parameters.put("resumptionToken", token);
        }
        return OaiPage.get(fetcher, request(base, "ListRecords", parameters));
    }

    static URI request(URI base, String verb, Map<String, String> parameters) {
        StringBuilder address = new StringBuilder(base.toString())
                .append(base.getRawQuery() == null ? '?' : '&')
                .append("verb=")
                .append(verb);
        parameters.forEach((name, value) ->
                address.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return URI.create(address.toString());
    }
}
