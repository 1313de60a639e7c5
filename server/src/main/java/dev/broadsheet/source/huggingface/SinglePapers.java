package dev.broadsheet.source.huggingface;

import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Identifiers;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.Source.Received;
import dev.broadsheet.source.Source.Rejected;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.documents.Address;
import dev.broadsheet.source.documents.DocumentPosition;
import dev.broadsheet.source.documents.Documents;
import dev.broadsheet.source.documents.Fingerprint;
import dev.broadsheet.source.documents.Parsed;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.record.JsonFields;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Single papers by their arXiv names: code and its stars, project page, summary. Says nothing of the
 * lists a paper stood on: places and comments are known to the lists alone.
 */
final class SinglePapers implements Documents {
    private final List<String> names;
    private final URI address;
    private final Fetcher fetcher;
    private final HuggingFaceJson reader;
    private DocumentPosition position;

    SinglePapers(String source, List<String> names, URI address, Fetcher fetcher, DocumentPosition start) {
        this.names = List.copyOf(names);
        this.address = address;
        this.fetcher = fetcher;
        this.reader = new HuggingFaceJson(source);
        this.position = start.in(Fingerprint.of(names), names.size());
    }

    @Override
    public boolean next(List<Source.Item> items) throws IOException {
        if (position.done() < names.size()) {
            String name = names.get(position.done());
            DocumentPosition after = position.plus(1);
            items.add(ask(name, after.toString()));
            position = after;
        }
        return position.done() < names.size();
    }

    private Source.Item ask(String name, String cursor) throws IOException {
        Rejected unknown = new Rejected(Text.line(name), "Hugging Face has no such paper", "", cursor);
        Optional<Identifier> arxiv = Identifiers.recognise(Scheme.ARXIV, name);
        if (arxiv.isEmpty()) {
            return unknown;
        }
        JsonNode paper;
        try {
            paper = Parsed.json(
                    fetcher.get(Address.of(address, "api/papers/" + arxiv.get().name())), "Hugging Face");
        } catch (FetchException e) {
            if (e.kind() == FetchException.Kind.NOT_FOUND) {
                return unknown;
            }
            throw e;
        }
        String id = JsonFields.text(paper, "id");
        if (id == null || !Identifiers.recognise(Scheme.ARXIV, id).equals(arxiv)) {
            throw new IOException(Parsed.line("Hugging Face answers with another paper when asked for " + name));
        }
        try {
            ObjectNode entry = JsonNodeFactory.instance.objectNode();
            entry.set("paper", paper);
            SourceRecord record = reader.read(entry);
            return new Received(new SourceRecord(record.source(), record.name(), record.metadata(), List.of()), cursor);
        } catch (UnreadableRecordException e) {
            return new Rejected(Text.line(name), e.reason(), "", cursor);
        }
    }
}
