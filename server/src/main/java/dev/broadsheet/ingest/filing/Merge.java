package dev.broadsheet.ingest.filing;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.paper.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes one description of what several sources say of a paper. Follows from the records alone. */
final class Merge {
    private Merge() {}

    /** @param records at least one, in any order */
    static Metadata of(List<KnownRecord> records) {
        if (records.size() == 1) {
            return records.getFirst().metadata();
        }
        List<KnownRecord> ordered =
                records.stream().sorted(KnownRecord.AUTHORITY).toList();
        List<Metadata> all = ordered.stream().map(KnownRecord::metadata).toList();
        Metadata described = described(all);
        MetadataBuilder merged = Metadata.titled(all.getFirst().title())
                .abstractText(described.abstractText())
                .abstractNote(described.abstractNote())
                .authors(authors(ordered))
                .categories(firstList(all, Metadata::categories))
                .published(published(all))
                .updated(first(all, Metadata::updated))
                .announced(announced(all))
                .versions(versions(all))
                .comments(first(all, Metadata::comments))
                .journalReference(first(all, Metadata::journalReference))
                .licence(first(all, Metadata::licence))
                .withdrawn(all.stream().anyMatch(Metadata::withdrawn))
                .synopsis(first(all, Metadata::synopsis))
                .keywords(firstList(all, Metadata::keywords));
        all.forEach(metadata -> metadata.identifiers().forEach(merged::identifier));
        links(all).forEach(merged::link);
        return merged.build();
    }

    /** Whose abstract is taken: one by the authors goes before a summary by someone else. */
    private static Metadata described(List<Metadata> all) {
        Metadata found = all.getFirst();
        for (Metadata metadata : all) {
            if (metadata.abstractText().isBlank()) {
                continue;
            }
            if (metadata.abstractNote() == null) {
                return metadata;
            }
            if (found.abstractText().isBlank()) {
                found = metadata;
            }
        }
        return found;
    }

    /** A register's list, else the longest: bibliographies cut theirs short. */
    private static List<Author> authors(List<KnownRecord> ordered) {
        List<Author> longest = List.of();
        for (KnownRecord record : ordered) {
            List<Author> authors = record.metadata().authors();
            if (record.isRegistered() && !authors.isEmpty()) {
                return authors;
            }
            if (authors.size() > longest.size()) {
                longest = authors;
            }
        }
        return longest;
    }

    /** The earliest; a more exact one goes before one that it falls into. */
    private static @Nullable PartialDate published(List<Metadata> all) {
        PartialDate best = null;
        for (PartialDate date : present(all, Metadata::published)) {
            boolean moreExact = best != null && date.text().startsWith(best.text());
            boolean lessExact = best != null && best.text().startsWith(date.text());
            if (best == null || moreExact || (!lessExact && date.compareTo(best) < 0)) {
                best = date;
            }
        }
        return best;
    }

    private static @Nullable PartialDate announced(List<Metadata> all) {
        return present(all, Metadata::announced).stream()
                .min(PartialDate::compareTo)
                .orElse(null);
    }

    private static List<Version> versions(List<Metadata> all) {
        List<Version> most = List.of();
        for (Metadata metadata : all) {
            if (metadata.versions().size() > most.size()) {
                most = metadata.versions();
            }
        }
        return most;
    }

    private static List<Link> links(List<Metadata> all) {
        Map<String, Link> links = new LinkedHashMap<>();
        for (Metadata metadata : all) {
            for (Link link : metadata.links()) {
                links.merge(
                        link.url(),
                        link,
                        (known, other) ->
                                known.stars() == null ? new Link(known.kind(), known.url(), other.stars()) : known);
            }
        }
        return new ArrayList<>(links.values());
    }

    private static <T> @Nullable T first(List<Metadata> all, Function<Metadata, @Nullable T> field) {
        for (T value : present(all, field)) {
            return value;
        }
        return null;
    }

    private static <T> List<T> present(List<Metadata> all, Function<Metadata, @Nullable T> field) {
        List<T> present = new ArrayList<>();
        for (Metadata metadata : all) {
            T value = field.apply(metadata);
            if (value != null) {
                present.add(value);
            }
        }
        return present;
    }

    private static <T> List<T> firstList(List<Metadata> all, Function<Metadata, List<T>> field) {
        return all.stream()
                .map(field)
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
