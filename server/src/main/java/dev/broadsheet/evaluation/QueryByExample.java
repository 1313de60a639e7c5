package dev.broadsheet.evaluation;

import dev.broadsheet.evaluation.JudgedCollection.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which queries are papers of the collection: those whose id, or the part before {@code _}, is a
 * document's.
 *
 * <p>A number alone does not tell: many collections count both their queries and their documents from 1.
 * Where ids are mere numbers, the texts decide, for the collection as a whole: queries are papers if most
 * of those that share a number with a document also share most of their words with it. Else only a query
 * that shares all its words is.
 */
final class QueryByExample {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final double MOST = 0.5;

    private QueryByExample() {}

    /** The document's id by the query's. */
    static Map<String, String> find(List<Text> documents, List<Text> queries) {
        Map<String, Text> byId = new HashMap<>();
        documents.forEach(document -> byId.put(document.id(), document));
        Map<String, String> examples = new HashMap<>();
        Map<String, Double> shares = new HashMap<>();
        Map<String, String> numbered = new HashMap<>();
        for (Text query : queries) {
            Text document = byId.getOrDefault(query.id(), byId.get(beforeUnderscore(query.id())));
            if (document == null) {
                continue;
            }
            if (NUMBER.matcher(document.id()).matches()) {
                numbered.put(query.id(), document.id());
                shares.put(query.id(), share(query, document));
            } else {
                examples.put(query.id(), document.id());
            }
        }
        long alike = shares.values().stream().filter(share -> share > MOST).count();
        boolean papers = alike > shares.size() * MOST;
        numbered.forEach((query, document) -> {
            if (papers || shares.getOrDefault(query, 0.0) == 1) {
                examples.put(query, document);
            }
        });
        return examples;
    }

    private static String beforeUnderscore(String id) {
        int underscore = id.indexOf('_');
        return underscore < 0 ? id : id.substring(0, underscore);
    }

    /** Which part of the query's words the document has. */
    private static double share(Text query, Text document) {
        Set<String> asked = words(query.text());
        Set<String> held = words(document.title() + " " + document.text());
        long shared = asked.stream().filter(held::contains).count();
        return asked.isEmpty() ? 0 : (double) shared / asked.size();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))));
        words.remove("");
        return words;
    }
}
