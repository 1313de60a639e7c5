package dev.broadsheet.source.huggingface;

import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Identifiers;
import dev.broadsheet.source.SourceProfile;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.http.ServiceAddress;
import dev.broadsheet.source.paged.Answers;
import dev.broadsheet.source.paged.Finding;
import dev.broadsheet.source.record.JsonFields;
import dev.broadsheet.source.record.Text;
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
record HuggingfaceLookup(SourceProfile profile, URI address, Fetcher fetcher) {
    List<Finding> find(String name) throws IOException {
        Optional<Identifier> arxiv = Identifiers.recognise(Scheme.ARXIV, name);
        if (arxiv.isEmpty()) {
            return List.of();
        }
        JsonNode paper;
        try {
            paper = Answers.json(
                    fetcher.get(ServiceAddress.of(
                            address, "api/papers/" + arxiv.get().name())),
                    profile.title());
        } catch (FetchException e) {
            if (e.kind() == FetchException.Kind.NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
        String id = JsonFields.text(paper, "id");
        if (id == null || !Identifiers.recognise(Scheme.ARXIV, id).equals(arxiv)) {
            throw new IOException(Answers.line("Hugging Face answers with another paper when asked for " + name));
        }
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.set("paper", paper);
        HuggingFaceJson reader = new HuggingFaceJson(profile.name());
        return List.of(Finding.of(Text.line(name), () -> "", () -> {
            SourceRecord record = reader.read(entry);
            return new SourceRecord(record.source(), record.name(), record.metadata(), List.of());
        }));
    }
}
