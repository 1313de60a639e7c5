package dev.broadsheet.source.file;

import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.record.Draft;
import dev.broadsheet.source.record.RecordNames;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import dev.broadsheet.text.LatexAccents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jbibtex.BibTeXEntry;
import org.jspecify.annotations.Nullable;

/** A BibTeX entry, parsed by JBibTeX. */
final class BibtexFormat implements RecordFormat {
    private final BibtexMacros macros;
    private final BibtexParents parents;

    BibtexFormat(BibtexEntries entries) {
        this.macros = entries.macros();
        this.parents = entries.parents();
    }

    /** Entries inherit from others, also from those passed over. */
    @Override
    public boolean counts(String text) {
        return true;
    }

    @Override
    public SourceRecord read(String text) throws UnreadableRecordException {
        BibTeXEntry entry = macros.parse(text).getEntries().values().stream()
                .findFirst()
                .orElseThrow(() -> new UnreadableRecordException("no BibTeX entry"));
        Map<String, String> fields = new HashMap<>();
        entry.getFields()
                .forEach((key, value) -> fields.put(key.getValue().toLowerCase(Locale.ROOT), value.toUserString()));
        parents.complete(fields);
        parents.remember(entry.getKey().getValue(), fields);
        MetadataBuilder builder = Metadata.titled(Text.title(plain(fields.get("title"))))
                .abstractText(Text.clean(LatexAccents.toUnicode(fields.getOrDefault("abstract", "")))
                        .strip())
                .authors(Draft.authors(BibtexNames.of(fields.getOrDefault("author", ""))))
                .published(published(fields))
                .comments(Text.orNull(plain(fields.get("note"))))
                .journalReference(Text.orNull(plain(first(fields, "journal", "journaltitle", "booktitle"))))
                .keywords(keywords(fields.getOrDefault("keywords", "")))
                .categories(categories(fields));
        String eprint = fields.get("eprint");
        String archive = first(fields, "archiveprefix", "eprinttype");
        if (archive == null) {
            Draft.identify(builder, eprint);
        } else if (archive.equalsIgnoreCase("arxiv")) {
            Draft.identify(builder, Scheme.ARXIV, eprint);
        } else if (archive.equalsIgnoreCase("pubmed")) {
            Draft.identify(builder, Scheme.PUBMED, eprint);
        }
        Draft.identify(builder, Scheme.DOI, unescaped(fields.get("doi")));
        Draft.identify(builder, Scheme.PUBMED, fields.get("pmid"));
        String url = unescaped(fields.get("url"));
        if (!Draft.identify(builder, url)) {
            Draft.link(builder, Link.Kind.PAGE, url, null);
        }
        Metadata metadata = builder.build();
        return new SourceRecord("bibtex", RecordNames.of(metadata), metadata, List.of());
    }

    private static @Nullable PartialDate published(Map<String, String> fields) {
        PartialDate date = BibliographyDate.of(fields.get("date"), fields.get("month"));
        return date != null ? date : BibliographyDate.of(fields.get("year"), fields.get("month"));
    }

    private static List<String> categories(Map<String, String> fields) {
        String primary = Text.orNull(fields.get("primaryclass"));
        return primary == null ? List.of() : List.of(primary);
    }

    private static List<String> keywords(String text) {
        List<String> keywords = new ArrayList<>();
        for (String keyword : LatexAccents.plain(text).split("[,;]", -1)) {
            if (!keyword.isBlank()) {
                keywords.add(Text.line(keyword));
            }
        }
        return keywords;
    }

    private static @Nullable String plain(@Nullable String text) {
        return text == null ? null : LatexAccents.plain(text);
    }

    private static @Nullable String unescaped(@Nullable String text) {
        return text == null ? null : text.replaceAll("\\\\([_%#&~])", "$1").replaceAll("^\\{|\\}$", "");
    }

    private static @Nullable String first(Map<String, String> fields, String... names) {
        for (String name : names) {
            String value = fields.get(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }
}
