package dev.broadsheet.source.oai;

import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.paged.Finding;
import dev.broadsheet.source.paged.RecordsByName;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Records asked for one by one. */
record OaiLookup(String title, URI base, String prefix, Fetcher fetcher, OaiReader.Factory readers)
        implements RecordsByName.SingleLookup {
    @Override
    public List<Finding> find(String name) throws IOException {
        URI address = OaiListing.request(base, "GetRecord", "identifier", name, "metadataPrefix", prefix);
        try (OaiPage page = OaiPage.get(fetcher, address)) {
            OaiRecord record = page.next();
            if (record == null || page.next() != null) {
                throw new IOException(title + " did not answer with one record when asked for " + name);
            }
            return List.of(
                    record.deleted()
                            ? Finding.rejected(name, "deleted by the source", record.raw())
                            : Finding.of(
                                    name,
                                    record::raw,
                                    () -> readers.reader(null).read(record)));
        } catch (OaiException e) {
            if (e.is("idDoesNotExist") || e.is("cannotDisseminateFormat") || e.is("badArgument")) {
                return List.of(Finding.rejected(name, String.valueOf(e.getMessage()), ""));
            }
            throw e;
        }
    }
}
