package dev.broadsheet.source.file;

import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.record.Draft;
import dev.broadsheet.source.record.RecordNames;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A RIS entry: lines of a tag of two letters and a value. Read by hand, because the libraries that
 * read it (citeproc-java, kris) bring a script engine or a Kotlin runtime for these few lines.
 */
final class RisFormat implements RecordFormat {
    private static final Pattern LINE = Pattern.compile("[\\s\\uFEFF]*+([A-Z][A-Z0-9])\\s{1,2}+-\\s?+");

    /** Whether the line begins with any tag. */
    static boolean isTagged(String line) {
        return LINE.matcher(line).lookingAt();
    }

    static boolean isTag(String line, String tag) {
        Matcher matcher = LINE.matcher(line);
        return matcher.lookingAt() && matcher.group(1).equals(tag);
    }

    @Override
    public SourceRecord read(String text) throws UnreadableRecordException {
        Map<String, List<String>> tags = tags(text);
        if (!tags.containsKey("TY")) {
            throw new UnreadableRecordException("no RIS entry: it does not begin with TY");
        }
        String abstractText = Text.orNull(first(tags, "AB", "N2"));
        MetadataBuilder builder = Metadata.titled(Text.title(first(tags, "TI", "T1", "CT", "BT")))
                .abstractText(abstractText == null ? "" : abstractText)
                .authors(Draft.authors(all(tags, "AU", "A1").stream()
                        .map(RisFormat::readingOrder)
                        .toList()))
                .published(BibliographyDate.of(first(tags, "DA", "PY", "Y1"), null))
                .journalReference(Text.orNull(first(tags, "JO", "JF", "T2", "JA", "J2")))
                .keywords(all(tags, "KW").stream().map(Text::line).toList());
        if (builder.build().published() == null) {
            builder.published(BibliographyDate.of(first(tags, "PY", "Y1"), null));
        }
        Draft.identify(builder, Scheme.DOI, first(tags, "DO"));
        for (String name : all(tags, "AN", "M1", "M3", "C7", "C1")) {
            Draft.identify(builder, name);
        }
        for (String url : all(tags, "UR", "L2", "LK")) {
            if (!Draft.identify(builder, url)) {
                Draft.link(builder, Link.Kind.PAGE, url, null);
            }
        }
        for (String url : all(tags, "L1")) {
            Draft.link(builder, Link.Kind.PDF, url, null);
        }
        Metadata metadata = builder.build();
        return new SourceRecord("ris", RecordNames.of(metadata), metadata, List.of());
    }

    private static Map<String, List<String>> tags(String text) {
        Map<String, List<StringBuilder>> tags = new HashMap<>();
        @Nullable StringBuilder current = null;
        for (String line : text.split("\n", -1)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.lookingAt()) {
                current = new StringBuilder(line.substring(matcher.end()).strip());
                tags.computeIfAbsent(matcher.group(1), tag -> new ArrayList<>()).add(current);
            } else if (current != null && !line.isBlank()) {
                // A long value goes on in lines without a tag.
                current.append('\n').append(line.strip());
            }
        }
        Map<String, List<String>> values = new HashMap<>();
        tags.forEach((tag, texts) ->
                values.put(tag, texts.stream().map(StringBuilder::toString).toList()));
        return values;
    }

    /** A name, which RIS has as {@code Family, Given, Suffix}, in reading order. */
    private static String readingOrder(String name) {
        String[] parts = name.split(",", -1);
        return switch (parts.length) {
            case 2 -> parts[1].strip() + " " + parts[0].strip();
            case 3 -> parts[1].strip() + " " + parts[0].strip() + " " + parts[2].strip();
            default -> name.strip();
        };
    }

    private static @Nullable String first(Map<String, List<String>> tags, String... names) {
        for (String value : all(tags, names)) {
            return value;
        }
        return null;
    }

    private static List<String> all(Map<String, List<String>> tags, String... names) {
        List<String> values = new ArrayList<>();
        for (String name : names) {
            for (String value : tags.getOrDefault(name, List.of())) {
                if (!value.isBlank()) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
