package dev.broadsheet.source.arxiv;

import dev.broadsheet.source.paged.Finding;
import dev.broadsheet.source.paged.RecordsByName;
import dev.broadsheet.source.xml.XmlElement;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Papers asked for by name, some at a time. */
record ArxivLookup(ArxivApi api) implements RecordsByName.Lookup {
    static final int AT_ONCE = 50;

    @Override
    public Map<String, List<Finding>> find(List<String> names) throws IOException {
        List<String> known =
                names.stream().filter(name -> ArxivName.read(name).isPresent()).toList();
        Map<String, XmlElement> entries = new HashMap<>();
        Map<String, String> refused = new HashMap<>();
        if (!known.isEmpty() && !ask(known, entries, refused)) {
            // One name that it refuses spoils the answer for all.
            for (String name : known) {
                ask(List.of(name), entries, refused);
            }
        }
        Map<String, List<Finding>> found = new HashMap<>();
        for (String name : names) {
            ArxivName.read(name)
                    .ifPresentOrElse(
                            read -> {
                                XmlElement entry = entries.get(read.name());
                                if (entry != null) {
                                    found.put(name, List.of(Finding.of(name, entry::text, () -> ApiEntry.read(entry))));
                                } else if (refused.containsKey(name)) {
                                    found.put(name, List.of(Finding.rejected(name, refused.get(name), "")));
                                }
                            },
                            () -> found.put(name, List.of(Finding.rejected(name, "no arXiv identifier", ""))));
        }
        return found;
    }

    /** Says whether the service took the names. */
    private boolean ask(List<String> asked, Map<String, XmlElement> entries, Map<String, String> refused)
            throws IOException {
        ArxivApi.Answered answer = api.named(asked);
        if (answer.error() != null) {
            refused.put(asked.getFirst(), answer.error());
            return false;
        }
        if (answer.entries().size() < Math.min(answer.total(), asked.size())) {
            throw new IOException("arXiv's query service said " + answer.total() + " papers, gave "
                    + answer.entries().size());
        }
        for (XmlElement entry : answer.entries()) {
            ArxivName.read(String.valueOf(entry.childText("id"))).ifPresent(name -> entries.put(name.name(), entry));
        }
        return true;
    }
}
