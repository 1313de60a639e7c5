package dev.broadsheet.source.pubmed;

import dev.broadsheet.source.Source;
import dev.broadsheet.source.Source.Rejected;
import dev.broadsheet.source.documents.DocumentPosition;
import dev.broadsheet.source.documents.Documents;
import dev.broadsheet.source.documents.Fingerprint;
import dev.broadsheet.source.xml.XmlElement;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Single papers by their numbers. */
final class PubmedPapers implements Documents {
    private final String source;
    private final List<String> names;
    private final Entrez entrez;
    private DocumentPosition position;

    PubmedPapers(String source, List<String> names, Entrez entrez, DocumentPosition start) {
        this.source = source;
        this.names = List.copyOf(names);
        this.entrez = entrez;
        this.position = start.in(Fingerprint.of(names), names.size());
    }

    @Override
    public boolean next(List<Source.Item> items) throws IOException {
        int from = position.done();
        List<String> some = names.subList(from, Math.min(names.size(), from + Entrez.AT_ONCE));
        List<String> numbers = some.stream().filter(Entrez::isNumber).distinct().toList();
        Map<String, XmlElement> records = numbers.isEmpty() ? Map.of() : entrez.fetch(numbers);
        for (String name : some) {
            position = position.plus(1);
            XmlElement record = records.get(name);
            items.add(
                    record == null
                            ? new Rejected(name, "PubMed has no paper of this number", "", position.toString())
                            : PubmedRecord.read(source, name, record, position.toString()));
        }
        return position.done() < names.size();
    }
}
