package dev.broadsheet.search.lucene;

import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.search.analysis.NameKey;
import dev.broadsheet.search.engine.IndexChange.Popularity;
import dev.broadsheet.search.engine.IndexChange.Written;
import dev.broadsheet.search.vector.PaperText;
import dev.broadsheet.text.TitleKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** A paper as the index holds it, and the names of the fields. */
final class PaperDocument {
    static final String NUMBER = "number";
    static final String REVISION = "revision";
    static final String TEXT = "text";
    static final String TITLE = "title";
    static final String AUTHOR = "author";
    static final String AUTHOR_PARTS = "author_parts";
    static final String IDENTIFIER = "identifier";
    static final String CATEGORY = "category";
    static final String SOURCE = "source";
    static final String DAY = "day";
    static final String VOTES = "votes";
    static final String COMMENTS = "comments";
    static final String CODE = "code";

    /** Categories and sources as they are written, to be counted. */
    static final String COUNTED_CATEGORY = "countedCategory";

    static final String COUNTED_SOURCE = "countedSource";
    static final String EMBEDDED = "embedded";

    /** The only term of a field that a paper has or has not. */
    static final String YES = "1";

    /** Characters of a key that count: an index's term has a limit. */
    private static final int LONGEST_KEY = 1_000;

    private static final FieldType NAMES = names();

    private PaperDocument() {}

    static Document of(Written written) {
        Paper paper = written.paper();
        Metadata metadata = paper.metadata();
        Document document = new Document();
        document.add(new StringField(NUMBER, bytes(paper.number()), Store.NO));
        document.add(new NumericDocValuesField(NUMBER, paper.number()));
        document.add(new NumericDocValuesField(REVISION, paper.revision()));
        for (String text : PaperText.forWords(paper)) {
            document.add(new TextField(TEXT, text, Store.NO));
        }
        String titleKey = titleKey(metadata.title());
        document.add(new StringField(TITLE, joined(titleKey), Store.NO));
        WordFields.addTo(document, metadata, titleKey);
        for (String key : authors(metadata.authors())) {
            document.add(new StringField(AUTHOR, key, Store.NO));
        }
        for (Author author : metadata.authors()) {
            document.add(new Field(AUTHOR_PARTS, new NameParts(author.name()), NAMES));
        }
        document.add(new StringField(IDENTIFIER, exact(paper.id().value()), Store.NO));
        for (Identifier identifier : metadata.identifiers()) {
            document.add(new StringField(IDENTIFIER, exact(identifier.toString()), Store.NO));
        }
        if (hasCode(metadata)) {
            document.add(new StringField(CODE, YES, Store.NO));
            document.add(new NumericDocValuesField(CODE, 1));
        }
        for (String category : categories(metadata.categories())) {
            document.add(new StringField(CATEGORY, category, Store.NO));
        }
        for (String category : distinct(metadata.categories())) {
            document.add(new SortedSetDocValuesField(COUNTED_CATEGORY, new BytesRef(cut(category))));
        }
        for (String source : written.sources()) {
            document.add(new StringField(SOURCE, exact(source), Store.NO));
        }
        for (String source : distinct(written.sources())) {
            document.add(new SortedSetDocValuesField(COUNTED_SOURCE, new BytesRef(cut(source))));
        }
        PartialDate day = metadata.day();
        if (day != null) {
            document.add(new IntField(DAY, Math.toIntExact(day.firstDay().toEpochDay()), Store.NO));
        }
        for (Field count : counts(written.popularity())) {
            document.add(count);
        }
        List<float[]> vectors = written.vectors();
        if (vectors != null) {
            document.add(new NumericDocValuesField(EMBEDDED, 1));
            document.add(new StringField(EMBEDDED, YES, Store.NO));
            for (int model = 0; model < vectors.size(); model++) {
                document.add(new KnnFloatVectorField(
                        vector(model), vectors.get(model), VectorSimilarityFunction.DOT_PRODUCT));
            }
        }
        return document;
    }

    /** The fields that change oftener than all others; each document has them, so that they can be changed in place. */
    static Field[] counts(Popularity popularity) {
        return new Field[] {
            new NumericDocValuesField(VOTES, popularity.votes()),
            new NumericDocValuesField(COMMENTS, popularity.comments())
        };
    }

    static long number(BytesRef bytes) {
        return NumericUtils.sortableBytesToLong(bytes.bytes, bytes.offset);
    }

    static Term term(long number) {
        return new Term(NUMBER, bytes(number));
    }

    static String vector(int model) {
        return "vector" + model;
    }

    static String titleKey(String title) {
        return cut(TitleKey.of(title));
    }

    /** The form in which titles are compared: without spaces, which printings part words by or do not. */
    static String joined(String titleKey) {
        return titleKey.replace(" ", "");
    }

    /** The form in which categories and sources are compared. */
    static String exact(String code) {
        return cut(code.toLowerCase(Locale.ROOT));
    }

    private static boolean hasCode(Metadata metadata) {
        return metadata.links().stream().anyMatch(link -> link.kind() == Link.Kind.CODE || link.stars() != null);
    }

    /** Places, for the parts of a name stand together; nothing to rank by. */
    private static FieldType names() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    private static Set<String> authors(List<Author> authors) {
        Set<String> keys = new HashSet<>();
        authors.forEach(author -> keys.addAll(NameKey.of(author.name())));
        return keys;
    }

    private static Set<String> categories(List<String> categories) {
        Set<String> codes = new TreeSet<>();
        for (String category : categories) {
            int dot = category.indexOf('.');
            codes.add(exact(category));
            codes.add(exact((dot < 0 ? category : category.substring(0, dot)) + ".*"));
        }
        return codes;
    }

    /** One of each that only case tells apart, so that a paper counts once for a filter. */
    private static Collection<String> distinct(Collection<String> codes) {
        Map<String, String> distinct = new TreeMap<>();
        codes.forEach(code -> distinct.putIfAbsent(exact(code), code));
        return distinct.values();
    }

    static BytesRef bytes(long number) {
        byte[] bytes = new byte[Long.BYTES];
        NumericUtils.longToSortableBytes(number, bytes, 0);
        return new BytesRef(bytes);
    }

    private static String cut(String key) {
        return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
    }
}
