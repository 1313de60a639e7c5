package dev.broadsheet.source.oai;

import dev.broadsheet.source.xml.XmlElement;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record as a repository lists it.
 *
 * @param identifier the repository's, {@code oai:arXiv.org:2508.01234}; empty where it is missing
 * @param datestamp the day (UTC) on which the record last changed; null where it is missing or none
 * @param deleted whether the repository says that the record is gone
 * @param metadata the element in its metadata; null where there is none
 */
public record OaiRecord(
        String identifier,
        @Nullable LocalDate datestamp,
        boolean deleted,
        @Nullable XmlElement metadata) {
    private static final int RAW = 2000;

    static OaiRecord of(XmlElement record) {
        XmlElement header = record.child("header").orElse(record);
        String identifier = header.childText("identifier");
        return new OaiRecord(
                identifier == null ? "" : identifier.strip(),
                day(header.childText("datestamp")),
                "deleted".equals(header.attribute("status")),
                record.child("metadata")
                        .flatMap(metadata -> metadata.elements().findFirst())
                        .orElse(null));
    }

    /** Its beginning, for a person who looks for what is wrong. */
    String raw() {
        String text =
                identifier + " " + (metadata == null ? "" : metadata.text().strip());
        return text.length() <= RAW ? text : text.substring(0, RAW);
    }

    private static @Nullable LocalDate day(@Nullable String datestamp) {
        if (datestamp == null) {
            return null;
        }
        String text = datestamp.strip();
        try {
            return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
