package dev.broadsheet.source.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.record.AuthorNames;
import dev.broadsheet.source.record.Draft;
import dev.broadsheet.source.record.RecordNames;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a CSV file whose header names the columns, in any case: {@code title, abstract, authors,
 * doi, arxiv, id, pmid, date, published, year, month, updated, categories, keywords, journal, url,
 * pdf, code, comments, license}.
 */
final class CsvFormat implements RecordFormat {
    private static final char[] SEPARATORS = {',', ';', '\t'};

    private final char separator;
    private final List<String> columns;

    /** @param header a header row, see {@link #isHeader} */
    CsvFormat(String header) {
        separator = separator(header);
        columns = columns(header, separator);
    }

    /** Whether the line is a header: one that names a title column. */
    static boolean isHeader(String line) {
        return line.length() < 10_000 && columns(line, separator(line)).contains("title");
    }

    @Override
    public SourceRecord read(String text) throws UnreadableRecordException {
        List<String> values;
        try {
            List<CsvRecord> rows = rows(text, separator);
            if (rows.size() != 1) {
                throw new UnreadableRecordException("no valid CSV: not one row but several");
            }
            values = rows.getFirst().getFields();
        } catch (CsvParseException e) {
            throw new UnreadableRecordException("no valid CSV: " + e.getMessage());
        }
        if (values.size() > columns.size()) {
            throw new UnreadableRecordException(
                    "a row of " + values.size() + " fields under a header of " + columns.size());
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isBlank()) {
                row.putIfAbsent(columns.get(i), values.get(i));
            }
        }
        return record(row);
    }

    private static SourceRecord record(Map<String, String> row) throws UnreadableRecordException {
        String abstractText = Text.orNull(first(row, "abstract", "summary"));
        PartialDate published =
                BibliographyDate.of(first(row, "published", "date", "publication date", "year"), row.get("month"));
        MetadataBuilder builder = Metadata.titled(Text.title(row.get("title")))
                .abstractText(abstractText == null ? "" : abstractText)
                .authors(AuthorNames.in(first(row, "authors", "author")))
                .published(published)
                .updated(BibliographyDate.of(row.get("updated"), null))
                .categories(list(first(row, "categories", "category"), "[\\s,;]+"))
                .keywords(list(first(row, "keywords", "tags"), "[,;]"))
                .journalReference(Text.orNull(first(row, "journal", "venue", "journal_ref", "publication")))
                .comments(Text.orNull(first(row, "comments", "comment")))
                .licence(Text.orNull(first(row, "license", "licence")));
        Draft.identify(builder, Scheme.ARXIV, first(row, "arxiv", "arxiv_id", "arxiv id"));
        Draft.identify(builder, Scheme.DOI, row.get("doi"));
        Draft.identify(builder, Scheme.PUBMED, row.get("pmid"));
        Draft.identify(builder, row.get("id"));
        String url = first(row, "url", "link");
        if (!Draft.identify(builder, url)) {
            Draft.link(builder, Link.Kind.PAGE, url, null);
        }
        Draft.link(builder, Link.Kind.PDF, row.get("pdf"), null);
        Draft.link(builder, Link.Kind.CODE, row.get("code"), null);
        Metadata metadata = builder.build();
        return new SourceRecord("csv", RecordNames.of(metadata), metadata, List.of());
    }

    private static List<String> list(@Nullable String text, String separators) {
        if (text == null) {
            return List.of();
        }
        return Arrays.stream(text.split(separators))
                .filter(part -> !part.isBlank())
                .map(Text::line)
                .toList();
    }

    private static @Nullable String first(Map<String, String> row, String... columns) {
        for (String column : columns) {
            String value = row.get(column);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    static char separator(String header) {
        char best = ',';
        long most = 0;
        for (char separator : SEPARATORS) {
            long count = header.chars().filter(letter -> letter == separator).count();
            if (count > most) {
                most = count;
                best = separator;
            }
        }
        return best;
    }

    private static List<String> columns(String header, char separator) {
        try {
            return rows(header, separator).stream()
                    .limit(1)
                    .flatMap(row -> row.getFields().stream())
                    .map(column -> column.strip().toLowerCase(Locale.ROOT))
                    .toList();
        } catch (CsvParseException e) {
            return List.of();
        }
    }

    private static List<CsvRecord> rows(String text, char separator) {
        return CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text).stream()
                .toList();
    }
}
