package dev.broadsheet.ingest.filing;

import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.text.TitleKey;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of a paper, as the catalogue keeps it.
 *
 * @param fingerprint of the metadata as they came from the source
 * @param harvest hash of the name of the harvest that wrote it last
 * @param apart whether a person split it off
 */
public record KnownRecord(
        String source, String name, Metadata metadata, String fingerprint, String harvest, boolean apart) {
    /** Whom to believe first; sources that are not named here come between arXiv and Hugging Face. */
    private static final List<String> FIRST = List.of("arxiv", "crossref");

    private static final List<String> LAST = List.of("huggingface", "bibtex", "ris", "csv", "json");

    /** By authority, and the same whatever order the records came in. */
    static final Comparator<KnownRecord> AUTHORITY = Comparator.comparingInt(
                    (KnownRecord record) -> rank(record.source()))
            .thenComparing(KnownRecord::source)
            .thenComparing(KnownRecord::name);

    private static int rank(String source) {
        if (FIRST.contains(source)) {
            return FIRST.indexOf(source);
        }
        return LAST.contains(source) ? FIRST.size() + 1 + LAST.indexOf(source) : FIRST.size();
    }

    boolean isRegistered() {
        return !LAST.contains(source);
    }

    public boolean isNamed(String otherSource, String otherName) {
        return source.equals(otherSource) && name.equals(otherName);
    }

    String titleKey() {
        return TitleKey.joined(metadata.title());
    }

    /** The title before its subtitle; null where it has none. */
    @Nullable String mainTitle() {
        return TitleKey.mainTitle(metadata.title());
    }

    Set<String> names(Identifier.Scheme scheme) {
        Set<String> names = new HashSet<>();
        for (Identifier identifier : metadata.identifiers()) {
            if (identifier.scheme() == scheme) {
                names.add(identifier.name());
            }
        }
        return names;
    }

    KnownRecord withMetadata(Metadata other) {
        return new KnownRecord(source, name, other, fingerprint, harvest, apart);
    }

    /** The record split off, with what is left of its metadata. */
    public KnownRecord setApart(Metadata own) {
        return new KnownRecord(source, name, own, fingerprint, harvest, true);
    }
}
