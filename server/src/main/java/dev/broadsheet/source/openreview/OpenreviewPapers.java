package dev.broadsheet.source.openreview;

import dev.broadsheet.source.Source;
import dev.broadsheet.source.Source.Rejected;
import dev.broadsheet.source.documents.Address;
import dev.broadsheet.source.documents.DocumentPosition;
import dev.broadsheet.source.documents.Documents;
import dev.broadsheet.source.documents.Fingerprint;
import dev.broadsheet.source.documents.Parsed;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.Fetcher;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Single submissions by their ids. */
final class OpenreviewPapers implements Documents {
    private final String source;
    private final List<String> names;
    private final URI address;
    private final Fetcher fetcher;
    private DocumentPosition position;

    OpenreviewPapers(String source, List<String> names, URI address, Fetcher fetcher, DocumentPosition start) {
        this.source = source;
        this.names = List.copyOf(names);
        this.address = address;
        this.fetcher = fetcher;
        this.position = start.in(Fingerprint.of(names), names.size());
    }

    @Override
    public boolean next(List<Source.Item> items) throws IOException {
        if (position.done() < names.size()) {
            String name = names.get(position.done());
            Source.Item item = ask(name, position.plus(1).toString());
            position = position.plus(1);
            items.add(item);
        }
        return position.done() < names.size();
    }

    private Source.Item ask(String name, String cursor) throws IOException {
        Rejected unknown = new Rejected(name, "OpenReview has no public paper of this id", "", cursor);
        if (!OpenreviewNote.isName(name)) {
            return unknown;
        }
        JsonNode notes;
        try {
            notes = Parsed.json(fetcher.get(Address.of(address, "notes", "id", name)), "OpenReview")
                    .path("notes");
        } catch (FetchException e) {
            if (e.kind() == FetchException.Kind.NOT_FOUND) {
                return unknown;
            }
            throw e;
        }
        if (!notes.isArray()) {
            throw new IOException("OpenReview gives no notes when asked for " + name);
        }
        for (JsonNode note : notes) {
            if (name.equals(OpenreviewNote.name(note))) {
                return OpenreviewNote.read(source, name, note, cursor);
            }
        }
        return unknown;
    }
}
